import { singleExecutable } from '../installation/own-parts.js';
import type { Finding } from '../server/overview.js';
import type { CommandWords } from './words.js';
import { driverInUse, type DriverExamination, type Examination } from './examination.js';

const EXAMPLE = '{"origins": [{"origin": "https://portal.example.tw", "consent": "ask"}]}';

/** Describes, in text for people, what is missing and how to fix it. */
export function findingsOf(
  { configuration, drivers, module, ports }: Examination,
  configPath: string,
  words: CommandWords,
): readonly Finding[] {
  const best = driverInUse(drivers);
  return [
    'fault' in configuration
      ? {
          subject: words.configuration,
          ok: false,
          finding: words.configurationFault(configuration.fault),
          remedy:
            configuration.fault['file'] === 'ENOENT'
              ? words.configurationMissing
              : words.configurationRemedy(configPath, EXAMPLE),
        }
      : {
          subject: words.configuration,
          ok: true,
          finding: words.allows(configuration.origins.join(', ') || words.noSite),
        },
    ...drivers.map((driver) => driverFinding(driver, best !== null, words)),
    ...(best === null ? [] : serviceFindings(best, words)),
    moduleFinding(module, words),
    ...ports.map(({ port, free }) => ({
      subject: words.port(port),
      ok: true,
      finding: free ? words.portFree : words.portTaken,
    })),
  ];
}

function driverFinding({ name, service }: DriverExamination, another: boolean, words: CommandWords): Finding {
  const subject = words.driver(name);
  if (service !== 'missing') return { subject, ok: true, finding: words.driverLoads };
  const system = process.platform === 'linux' ? 'linux' : 'other';
  const remedy =
    singleExecutable === null
      ? words.driverRemedy[name][system]
      : singleExecutable.bindings.includes(name)
        ? words.packedDriverRemedy[system]
        : words.withoutReader;
  return another
    ? { subject, ok: true, finding: words.driverOther, remedy }
    : { subject, ok: false, finding: words.driverMissing, remedy };
}

function serviceFindings({ service, readers }: DriverExamination, words: CommandWords): Finding[] {
  if (service !== 'running') {
    const { platform } = process;
    const remedy = words.serviceRemedy[platform === 'linux' || platform === 'win32' ? platform : 'other'];
    return [{ subject: words.service, ok: false, finding: words.serviceSilent, remedy }];
  }
  const list = readers.map(({ name, state }) => `${name} (${words.readerState[state]})`);
  return [
    { subject: words.service, ok: true, finding: words.serviceAnswers },
    list.length > 0
      ? { subject: words.readers, ok: true, finding: list.join(', ') }
      : { subject: words.readers, ok: false, finding: words.noReaders, remedy: words.noReadersRemedy },
  ];
}

function moduleFinding(module: Examination['module'], words: CommandWords): Finding {
  const subject = words.module;
  if (module === null) return { subject, ok: true, finding: words.moduleUnset };
  return 'fault' in module
    ? { subject, ok: false, finding: words.moduleFails, remedy: words.moduleRemedy }
    : { subject, ok: true, finding: words.moduleWorks(module.certificates) };
}

import { createServer } from 'node:net';
import { withTimeout } from '@mhb-kit/core/calls';
import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '@mhb-kit/core/error';
import { DEFAULT_BRIDGE_PORTS, nhiReadScript } from '@mhb-kit/core/card';
import type { Configuration } from '../configuration/configuration.js';
import { pkcs11CertificateCards } from '../pkcs11/certificate-cards.js';
import { DRIVER_NAMES, type DriverName } from '../pcsc/child-protocol.js';
import type { PcscPort, PcscReader, PcscSnapshot } from '../pcsc/port.js';
import { systemPcscPort } from '../pcsc/system-port.js';

/**
 * What `doctor` found on this machine. The result contains no personal information except the configured sites.
 */
export interface Examination {
  /** The sites that may use the bridge, or what is wrong with the configuration. */
  readonly configuration: { readonly origins: readonly string[] } | { readonly fault: MhbErrorDetails };
  readonly drivers: readonly DriverExamination[];
  /** `null` if no module is configured. */
  readonly module: { readonly certificates: number } | { readonly fault: MhbErrorCode } | null;
  readonly ports: readonly { readonly port: number; readonly free: boolean }[];
}

export interface DriverExamination {
  readonly name: DriverName;
  readonly service: PcscSnapshot['service'];
  readonly readers: readonly PcscReader[];
}

/** Records how a card responded, without its data. */
export interface CardExamination {
  readonly reader: string;
  readonly outcome: 'ok' | MhbErrorCode;
  readonly commands: readonly {
    readonly instruction: string;
    readonly answer: string;
    readonly ms: number;
  }[];
}

export interface ExaminationOptions {
  /**
   * Reads the settings that apply on this machine. Rejects with `configuration-invalid` if they are not
   * valid.
   */
  readonly configuration: () => Promise<Configuration>;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A binding that has not reported within this time is considered hung. On a slow computer, the binding's
 * process can take seconds to start.
 */
const START_MS = 10_000;
/** Time for the service to start and the readers to report. If they have not done so by then, they never will. */
const LOOK_MS = 1500;
/** Time for a card to respond. A card that has not responded by then never will. */
const CARD_MS = 5000;

/** Checks everything that the bridge needs, without changing anything. */
export async function examine({
  configuration: read,
  environment = {},
}: ExaminationOptions): Promise<Examination> {
  const configuration = await read().catch((error: unknown) =>
    error instanceof MhbError ? error : new MhbError('configuration-invalid'),
  );
  const drivers = await Promise.all(
    DRIVER_NAMES.map(async (name) => {
      const { service, readers } = await look(systemPcscPort({ drivers: [name], environment }));
      return { name, service, readers };
    }),
  );
  const settings = configuration instanceof MhbError ? null : configuration;
  return {
    configuration:
      configuration instanceof MhbError
        ? { fault: configuration.details }
        : { origins: configuration.origins.map(({ origin }) => origin) },
    drivers,
    module: await examineModule(settings),
    ports: await Promise.all(
      (settings?.ports ?? DEFAULT_BRIDGE_PORTS).map(async (port) => ({ port, free: await isFree(port) })),
    ),
  };
}

/**
 * Returns the driver that `run` would use: the first one that reaches the service or, failing that, the first
 * one that loads.
 */
export const driverInUse = (drivers: readonly DriverExamination[]): DriverExamination | null =>
  drivers.find(({ service }) => service === 'running') ??
  drivers.find(({ service }) => service !== 'missing') ??
  null;

/** Reads the NHI card in each reader, and records how the card responded. */
export async function examineCards(
  { name, readers }: DriverExamination,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly CardExamination[]> {
  const port = systemPcscPort({ drivers: [name], environment });
  await port.start(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const found: CardExamination[] = [];
  for (const { name: reader } of readers.filter(({ state }) => state === 'present')) {
    found.push(await examineCard(port, reader));
  }
  await port.stop();
  return found;
}

async function examineCard(port: PcscPort, reader: string): Promise<CardExamination> {
  const commands: { instruction: string; answer: string; ms: number }[] = [];
  try {
    const connection = await port.connect(reader);
    try {
      await nhiReadScript(async (command) => {
        const started = performance.now();
        const answer = await withTimeout(
          connection.transmit(command),
          CARD_MS,
          () => new MhbError('card-mute'),
        );
        const instruction = INSTRUCTIONS[command[1] ?? 0] ?? 'other';
        commands.push({ instruction, answer: shapeOf(answer), ms: Math.round(performance.now() - started) });
        return answer;
      });
    } finally {
      void connection.disconnect();
    }
    return { reader, outcome: 'ok', commands };
  } catch (error) {
    return { reader, outcome: error instanceof MhbError ? error.code : 'internal', commands };
  }
}

const INSTRUCTIONS: Readonly<Record<number, string>> = {
  0xa4: 'SELECT',
  0xca: 'GET DATA',
  0xc0: 'GET RESPONSE',
};

/** Describes a response by its length and status word only. */
const shapeOf = (answer: Uint8Array): string =>
  answer.length < 2
    ? 'nothing'
    : `${answer.length - 2} bytes, ${Buffer.from(answer.subarray(-2)).toString('hex').toUpperCase()}`;

async function look(port: PcscPort): Promise<PcscSnapshot> {
  let snapshot: PcscSnapshot = { service: 'missing', driver: 'none', readers: [] };
  await Promise.race([
    port.start((next) => {
      snapshot = next;
    }),
    new Promise((resolve) => setTimeout(resolve, START_MS).unref()),
  ]);
  if (snapshot.service !== 'missing') await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  await port.stop();
  return snapshot;
}

async function examineModule(configuration: Configuration | null): Promise<Examination['module']> {
  if (configuration?.pkcs11Module === undefined) return null;
  try {
    const certificates = await pkcs11CertificateCards(configuration.pkcs11Module).inspect();
    return { certificates: certificates.length };
  } catch (error) {
    return { fault: error instanceof MhbError ? error.code : 'internal' };
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(true);
    });
  });
  server.close();
  return free;
}

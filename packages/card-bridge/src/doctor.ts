import { MhbError } from '@mhb-kit/core/error';
import { DEFAULT_BRIDGE_PORTS } from '@mhb-kit/core/card';
import { createServer } from 'node:net';
import { readConfiguration } from './configuration.js';
import { DRIVER_NAMES, type DriverName } from './pcsc/child-protocol.js';
import type { PcscPort, PcscSnapshot } from './pcsc/port.js';
import { systemPcscPort } from './pcsc/system-port.js';

/** One thing looked at, in words. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly finding: string;
  /** What to do about it; absent when all is well. */
  readonly remedy?: string;
}

export interface DoctorOptions {
  readonly configPath: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The service starts, and readers report, within this time or not at all. */
const LOOK_MS = 1500;

/** Looks at everything the bridge needs and says in words what is missing and how to mend it. Changes nothing. */
export async function examine({ configPath, environment = {} }: DoctorOptions): Promise<readonly Finding[]> {
  const drivers = await Promise.all(
    DRIVER_NAMES.map(
      async (name) => [name, await look(systemPcscPort({ drivers: [name], environment }))] as const,
    ),
  );
  const usable = drivers.filter(([, { service }]) => service !== 'missing');
  const best = usable.find(([, { service }]) => service === 'running') ?? usable[0];
  return [
    await examineConfiguration(configPath),
    ...drivers.map(([name, snapshot]) => driverFinding(name, snapshot, usable.length > 0)),
    ...(best === undefined ? [] : serviceFindings(best[1])),
    ...(await Promise.all(DEFAULT_BRIDGE_PORTS.map(examinePort))),
  ];
}

async function look(port: PcscPort): Promise<PcscSnapshot> {
  let snapshot: PcscSnapshot = { service: 'missing', driver: 'none', readers: [] };
  await Promise.race([
    port.start((next) => {
      snapshot = next;
    }),
    new Promise((resolve) => setTimeout(resolve, LOOK_MS)),
  ]);
  if (snapshot.service !== 'missing') await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  await port.stop();
  return snapshot;
}

function driverFinding(name: DriverName, { service }: PcscSnapshot, another: boolean): Finding {
  const subject = `PC/SC binding ${name}`;
  if (service !== 'missing') return { subject, ok: true, finding: 'loads' };
  const remedies: Readonly<Record<DriverName, string>> = {
    pcsclite:
      'It is compiled when it is installed. On Debian and Ubuntu: apt install libpcsclite-dev build-essential python3, then npm rebuild pcsclite.',
    'pcsc-mini':
      'It comes built. On Debian and Ubuntu: apt install libpcsclite1, then npm install pcsc-mini.',
  };
  return another
    ? { subject, ok: true, finding: 'does not load; the other one serves' }
    : {
        subject,
        ok: false,
        finding: 'does not load, so no reader of this machine can be reached',
        remedy: remedies[name],
      };
}

function serviceFindings({ service, readers }: PcscSnapshot): Finding[] {
  if (service !== 'running') {
    return [
      {
        subject: 'PC/SC service',
        ok: false,
        finding: 'does not answer',
        remedy:
          process.platform === 'linux'
            ? 'apt install pcscd, then systemctl enable --now pcscd.socket. In a session that is not on the console, polkit may refuse it.'
            : 'Connect a reader: the system starts the service by itself.',
      },
    ];
  }
  const list = readers.map(
    ({ name, state }) =>
      `${name} (${state === 'empty' ? 'no card' : state === 'present' ? 'card inserted' : state})`,
  );
  return [
    { subject: 'PC/SC service', ok: true, finding: 'answers' },
    list.length > 0
      ? { subject: 'Readers', ok: true, finding: list.join(', ') }
      : {
          subject: 'Readers',
          ok: false,
          finding: 'none found',
          remedy:
            'Connect one. Some readers sold in Taiwan (EZ100PU) are not CCID devices and need the driver of their maker.',
        },
  ];
}

async function examineConfiguration(path: string): Promise<Finding> {
  const subject = 'Configuration';
  try {
    const { origins } = await readConfiguration(path);
    return {
      subject,
      ok: true,
      finding: `allows ${origins.map(({ origin }) => origin).join(', ') || 'no site'}`,
    };
  } catch (error) {
    return {
      subject,
      ok: false,
      finding: error instanceof MhbError ? error.message : 'it cannot be read',
      remedy: `Write ${path}, for example: {"origins": [{"origin": "https://portal.example.tw", "consent": "ask"}]}`,
    };
  }
}

async function examinePort(port: number): Promise<Finding> {
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
  return {
    subject: `Port ${port}`,
    ok: true,
    finding: free
      ? 'free'
      : 'in use (by a running bridge, or by another program; the bridge takes the first free one)',
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import { createGatewayClient, type GatewayClient, type SealedArchive } from '@mhb-kit/core/gateway';
import type { GatewayOptions } from '@mhb-kit/gateway';
import { hua, logInWith, ming, type TestPerson } from './support.js';

/** Gateways that are killed under load, and what must exist afterwards. */

const script = new URL('gateway-process.mjs', import.meta.url).pathname;
const people = [ming, hua];

export interface GatewayProcess {
  readonly url: string;
  readonly child: ChildProcess;
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface ProcessOptions extends Partial<GatewayOptions> {
  /** The person and category whose records crash the process that fetches them. */
  readonly deadly?: { readonly nationalId: string; readonly category: string };
}

export async function startGatewayProcess(
  dataDirectory: string,
  options: ProcessOptions = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [script, JSON.stringify({ dataDirectory, people, ...options })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
    process.stderr.write(text);
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', () => reject(new Error(`The gateway did not start: ${errors}`)));
  });
  return {
    url,
    child,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill(signal);
      });
    },
  };
}

/** The requests and archives that the gateway has acknowledged. */
export interface Acknowledged {
  readonly requests: Map<string, TestPerson>;
  readonly archives: { readonly archive: SealedArchive; readonly person: TestPerson }[];
}

export const nothingYet = (): Acknowledged => ({ requests: new Map(), archives: [] });

async function page(url: string, person: TestPerson): Promise<GatewayClient> {
  const client = createGatewayClient({ baseUrl: url });
  await logInWith(client, null, person);
  return client;
}

/**
 * Makes requests and archives, one after the other and for all people in parallel, until the gateway is gone.
 */
export async function putLoad(url: string, acknowledged: Acknowledged, signal: AbortSignal): Promise<void> {
  await Promise.all(
    people.map(async (person) => {
      try {
        const client = await page(url, person);
        while (!signal.aborted) {
          const { id } = await client.createRequest({ signal });
          acknowledged.requests.set(id, person);
          let status = '';
          for await (const change of client.watchRequest(id, { signal })) status = change.status;
          if (status !== 'completed') continue;
          const archive = await client.createArchive(id, [{ category: 'outpatient' }], { signal });
          acknowledged.archives.push({ archive, person });
        }
      } catch (error) {
        const { code } = error as { code?: string };
        if (!['gateway-unreachable', 'cancelled', 'service-unavailable'].includes(code ?? '')) throw error;
      }
    }),
  );
}

/** Every accepted request exists once and ends; every archive can be opened. */
export async function verify(url: string, { requests, archives }: Acknowledged): Promise<void> {
  for (const person of people) {
    const client = await page(url, person);
    const listed = (await client.listRequests()).map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    for (const [id, owner] of requests) {
      if (owner !== person) continue;
      let latest = await client.getRequest(id);
      for (let waited = 0; latest.status !== 'completed' && waited < 40_000; waited += 250) {
        await pause(250);
        latest = await client.getRequest(id);
      }
      expect(latest.status).toBe('completed');
      expect(latest.sections.find(({ category }) => category === 'outpatient')).toMatchObject({
        status: 'available',
        recordCount: 40,
      });
    }
    for (const { archive, person: owner } of archives) {
      if (owner !== person) continue;
      const blob = await client.downloadArchive(archive);
      const { entries } = await openArchive(blob, { password: person.nationalId });
      // The page, the passbook, the manifest and its signature.
      expect(entries).toHaveLength(4);
      for (const entry of entries) await entry.bytes();
    }
  }
}

import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import { createAccountClient, type GatewayClient, type SealedArchive } from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { canMountSmallDisk, mountSmallDisk, type SmallDisk } from './small-disk.js';
import {
  everybody,
  completeRequest,
  hua,
  ming,
  outpatientRow,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  type TestGateway,
  type TestPerson,
} from './support.js';

/** More with `MHB_FULL_DISKS=20`. */
const cases = Number(process.env.MHB_FULL_DISKS ?? 2);
const KILOBYTE = 1_024;
/**
 * The remaining space, in turn: none, some pages, less than a segment of the database's log, just more than
 * that.
 */
const leftovers = [0, 300 * KILOBYTE, 12_000 * KILOBYTE, 17_000 * KILOBYTE];

/** The embedded database, the archives and the messages on one disk that fills up. Mounting it needs root. */
describe.skipIf(!canMountSmallDisk)('a full disk', () => {
  let disk: SmallDisk;
  let test: TestGateway;
  const outbox = createDevelopmentOutbox();
  beforeAll(async () => {
    disk = mountSmallDisk(400 + 40 * cases);
    test = await startTestGateway({
      dataDirectory: join(disk.folder, 'data'),
      registration: { sender: outbox, register: everybody, confirmationUrl: `${portal}/confirm` },
    });
    // Not compressible, so that an archive needs a megabyte.
    const rows = Array.from({ length: 100 }, (_, index) => ({
      ...outpatientRow('20260212', `第${index}診所`),
      'r1.9': randomBytes(6_000).toString('hex'),
    }));
    test.source.rows[ming.nationalId] = { r1: rows };
    test.source.rows[hua.nationalId] = { r1: rows };
  });
  afterAll(async () => {
    disk.makeRoom();
    await test.dispose();
    disk.remove();
  });

  const filesOfArchives = async (): Promise<readonly string[]> =>
    (await readdir(join(disk.folder, 'data', 'archives'), { recursive: true })).filter((name) =>
      name.includes('/'),
    );
  const ready = (): Promise<number> => fetch(`${test.gateway.url}/v1/ready`).then(({ status }) => status);

  async function opens(client: GatewayClient, archive: SealedArchive, password: string): Promise<void> {
    const { entries } = await openArchive(await client.downloadArchive(archive), { password });
    for (const entry of entries) await entry.bytes();
  }

  it('is reported if there is no space for an archive, and leaves no partial one', async () => {
    const client = await test.logIn();
    const request = await completeRequest(client);
    disk.fill(500 * KILOBYTE);
    const seal = () => client.createArchive(request.id, [{ category: 'outpatient' }]);
    expect((await refusal(seal())).code).toBe('service-unavailable');
    expect(await filesOfArchives()).toEqual([]);
    disk.makeRoom();
    await opens(client, await seal(), ming.nationalId);
  });

  it(
    `loses nothing that was acknowledged, filled ${cases} times under load, and continues automatically`,
    async () => {
      const archives: { readonly archive: SealedArchive; readonly person: TestPerson }[] = [];
      const requests = new Map<string, TestPerson>();
      const clients = new Map<TestPerson, GatewayClient>();
      for (const person of [ming, hua]) clients.set(person, await test.logIn(person));
      const refused = new Set<string>();

      for (let round = 0; round < cases; round += 1) {
        const full = new AbortController();
        const load = [...clients].map(async ([person, client]) => {
          while (!full.signal.aborted) {
            try {
              let { id, status } = await client.createRequest();
              requests.set(id, person);
              while (status !== 'completed' && !full.signal.aborted) {
                await pause(20);
                ({ id, status } = await client.getRequest(id));
              }
              if (status !== 'completed') return;
              const archive = await client.createArchive(id, [{ category: 'outpatient' }]);
              archives.push({ archive, person });
            } catch (error) {
              refused.add((error as { code: string }).code);
              await pause(20);
            }
          }
        });
        disk.fill(leftovers[round % leftovers.length] ?? 0);
        // Nothing writes to the disk while all processes wait for a job to be taken up again, so it is filled
        // to the last byte.
        let looks = 0;
        const nowFull = async (): Promise<number> => {
          looks += 1;
          if (looks > 60) disk.fill(0);
          return ready();
        };
        await expect.poll(nowFull).toBe(503);
        full.abort();
        await Promise.all(load);
        disk.makeRoom();
        await expect.poll(ready).toBe(200);
      }

      expect([...refused].filter((code) => code !== 'service-unavailable')).toEqual([]);
      for (const [id, person] of requests) {
        await expect
          .poll(async () => (await clients.get(person)?.getRequest(id))?.status, { timeout: 240_000 })
          .toBe('completed');
      }
      for (const { archive, person } of archives)
        await opens(clients.get(person) as GatewayClient, archive, person.nationalId);
      expect((await filesOfArchives()).filter((name) => name.includes('.part-'))).toEqual([]);
    },
    300_000 + cases * 60_000,
  );

  it('sends nothing for an application that could not be stored, and accepts it when there is space', async () => {
    const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
    const person = { nationalId: 'F223456786', cardNumber: '000055556666', name: '陳怡君' };
    const apply = async (): Promise<void> => {
      const { nonce } = await accounts.challenge();
      const attestation = await test.bridge.attest({ basic: person, origin: portal, nonce });
      const { nationalId, cardNumber, name } = person;
      await accounts.register({
        name,
        householdNumber: 'F1234567',
        registeredAddress: '新北市淡水區水源里3鄰',
        birthDate: '1990-05-17',
        password: 'danshui9',
        telephone: null,
        mobile: '0912345678',
        email: 'mei@example.tw',
        alternateEmail: null,
        card: { nationalId, cardNumber, nonce, attestation },
      });
    };
    const before = outbox.messages.length;
    disk.fill(0);
    // Half-full pages have space; each attempt uses some.
    let taken = 0;
    for (let code = ''; code !== 'service-unavailable';) {
      code = await apply().then(
        () => {
          taken += 1;
          return '';
        },
        (error: unknown) => (error as { code: string }).code,
      );
      expect(['', 'service-unavailable']).toContain(code);
    }
    disk.makeRoom();
    await expect.poll(ready).toBe(200);
    await apply();
    await expect.poll(() => outbox.messages.length - before).toBe(taken + 1);
  });
});

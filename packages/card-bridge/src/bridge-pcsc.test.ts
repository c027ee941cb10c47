import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CardSession, ReaderInfo } from '@mhb-kit/core/card';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd, type Pcscd } from '@mhb-kit/testkit/pcscd';
import { basic, bridgeFixture, codeOf, holder, readersWhen } from '../test/fixture.js';
import { systemPcscPort } from './index.js';

const fixture = bridgeFixture();
const missing = pcscdMissing();
const drivers = ['pcsclite', 'pcsc-mini'] as const;

const allEmpty = (readers: readonly ReaderInfo[]) =>
  readers.length === 2 && readers.every(({ state }) => state === 'empty');

describe.skipIf(missing !== null)(
  `bridge through the real PC/SC daemon${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let pcscd: Pcscd;
    beforeAll(async () => {
      pcscd = await startPcscd();
    });
    afterAll(() => pcscd.stop());
    afterEach(() => {
      for (const slot of pcscd.slots) slot.remove();
    });

    const openSession = async (driver: (typeof drivers)[number]): Promise<CardSession> => {
      const port = systemPcscPort({ drivers: [driver], environment: pcscd.environment });
      const session = await fixture.open(await fixture.start(port));
      await readersWhen(session, allEmpty);
      return session;
    };

    it.each(drivers)('reads cards of every kind by %s', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      for (const [behaviour, expected] of [
        ['generation-1', basic],
        ['generation-2', basic],
        ['t0', basic],
        ['flaky', basic],
        ['health-professional', 'not-nhi-card'],
        ['damaged', 'bad-card-data'],
      ] as const) {
        await readersWhen(session, allEmpty);
        await slot.insert(virtualNhiCard(holder, { behaviour }));
        const outcome = await session.readNhi({ waitMs: 2000 }).then(
          (reading) => reading.basic,
          (error: unknown) => (error as { code: string }).code,
        );
        expect(outcome).toEqual(expected);
        slot.remove();
      }
    });

    it.each(drivers)('survives a card pulled at every command, by %s', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      for (const pulledAt of [1, 2, 3]) {
        await readersWhen(session, allEmpty);
        await slot.insert(
          virtualNhiCard(holder, {
            behaviour: 't0',
            beforeAnswer: (count) => {
              if (count === pulledAt) slot.remove();
            },
          }),
        );
        await readersWhen(session, ([first]) => first?.state === 'present');
        expect(await codeOf(session.readNhi({}))).toBe('card-removed');
        await readersWhen(session, allEmpty);
        await slot.insert(virtualNhiCard(holder));
        expect((await session.readNhi({ waitMs: 2000 })).basic).toEqual(basic);
        slot.remove();
      }
    });

    it.each(drivers)(
      'survives the death of the daemon at every step, by %s',
      async (driver) => {
        const session = await openSession(driver);
        const [slot] = pcscd.slots;
        const recovers = async () => {
          await pcscd.start();
          await slot.insert(virtualNhiCard(holder));
          expect((await session.readNhi({ waitMs: 20_000 })).basic).toEqual(basic);
          slot.remove();
          await readersWhen(session, allEmpty);
        };

        await pcscd.kill();
        await readersWhen(session, (readers) => readers.length === 0);
        expect(await codeOf(session.readNhi({}))).toBe('no-service');
        await recovers();

        for (const diesAt of [1, 2]) {
          await slot.insert(
            virtualNhiCard(holder, {
              beforeAnswer: (count) => (count === diesAt ? pcscd.kill() : undefined),
            }),
          );
          await readersWhen(session, ([first]) => first?.state === 'present');
          expect(await codeOf(session.readNhi({}))).toMatch(/^(no-service|card-removed|no-reader)$/);
          await recovers();
        }
      },
      60_000,
    );

    it.each(drivers)('leaves a mute card until it is pulled, by %s', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      await slot.insert(virtualNhiCard(holder, { behaviour: 'mute' }));
      await readersWhen(session, ([first]) => first?.state === 'present');
      expect(await codeOf(session.readNhi({}))).toBe('card-mute');
      slot.remove();
      await readersWhen(session, allEmpty);
      await slot.insert(virtualNhiCard(holder));
      expect((await session.readNhi({ waitMs: 2000 })).basic).toEqual(basic);
    });

    /** Another program of this machine that uses the same reader. */
    async function otherProgram() {
      const child = spawn(process.execPath, ['-e', OTHER_PROGRAM, pcscd.slots[0].readerName], {
        env: { ...process.env, ...pcscd.environment },
        cwd: import.meta.dirname,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      fixture.afterwards(() => {
        child.kill('SIGKILL');
        return undefined;
      });
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      await lines.next();
      return async (command: 'exclusive' | 'shared' | 'leave' | 'reset') => {
        child.stdin.write(`${command}\n`);
        expect((await lines.next()).value).toBe('done');
      };
    }

    it.each(drivers)('waits for a reader that another program holds, by %s', async (driver) => {
      const session = await openSession(driver);
      await pcscd.slots[0].insert(virtualNhiCard(holder));
      await readersWhen(session, ([first]) => first?.state === 'present');
      const other = await otherProgram();
      await other('exclusive');
      expect(await codeOf(session.readNhi({}))).toBe('reader-busy');
      const waiting = session.readNhi({ waitMs: 5000 });
      await other('leave');
      expect((await waiting).basic).toEqual(basic);
    });

    it.each(drivers)('reads again what another program has reset, by %s', async (driver) => {
      const session = await openSession(driver);
      const other = await otherProgram();
      let resets = 0;
      await pcscd.slots[0].insert(
        virtualNhiCard(holder, {
          beforeAnswer: () => {
            // Behind our back, between SELECT and GET DATA.
            if (resets++ === 0) void other('reset');
          },
        }),
      );
      await readersWhen(session, ([first]) => first?.state === 'present');
      await other('shared');
      expect((await session.readNhi({})).basic).toEqual(basic);
      expect(resets).toBeGreaterThanOrEqual(3);
    });
  },
);

/** Connects and disconnects as it is told, line by line. */
const OTHER_PROGRAM = `
const client = require('pcsclite')();
client.on('reader', (reader) => {
  if (reader.name !== process.argv[1]) return;
  console.log('ready');
  require('readline').createInterface(process.stdin).on('line', (line) => {
    const done = (error) => console.log(error ? error.message : 'done');
    if (line === 'leave') reader.disconnect(reader.SCARD_LEAVE_CARD, done);
    else if (line === 'reset') reader.disconnect(reader.SCARD_RESET_CARD, done);
    else reader.connect({ share_mode: line === 'shared' ? reader.SCARD_SHARE_SHARED : reader.SCARD_SHARE_EXCLUSIVE }, done);
  });
});
`;

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
  },
);

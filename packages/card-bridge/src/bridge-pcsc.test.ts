import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CardSession, ReaderInfo } from '@mhb-kit/core/card';
import type { MhbErrorCode } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { virtualNhiCard, type VirtualCard, type VirtualNhiCardOptions } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd, type Pcscd } from '@mhb-kit/testkit/pcscd';
import { basic, bridgeFixture, codeOf, holder, readersWhen } from '../test/fixture.js';
import { systemPcscPort } from './index.js';

const fixture = bridgeFixture();
const missing = pcscdMissing();
const drivers = ['pcsclite', 'pcsc-mini'] as const;
type Driver = (typeof drivers)[number];

/** Checks whether a binding could be built here. If not, its tests are skipped and reported as such. */
const isInstalled = (driver: Driver): boolean => {
  try {
    createRequire(import.meta.url)(driver);
    return true;
  } catch {
    return false;
  }
};
const byEachDriver = (
  title: string,
  run: (driver: Driver) => Promise<void>,
  { alsoNeeds }: { readonly alsoNeeds?: Driver } = {},
) => {
  for (const driver of drivers) {
    const installed = isInstalled(driver) && (alsoNeeds === undefined || isInstalled(alsoNeeds));
    it.skipIf(!installed)(`${title}, by ${driver}`, () => run(driver));
  }
};

/** The possible error codes after the removal of a reader, with or without a card in it. */
const GONE = /^(no-service|card-removed|no-reader|no-card)$/;

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

    /** Creates a card that calls `act` before it answers command number `at`. Number 0 is the power-up. */
    const cardThat = (
      behaviour: NonNullable<VirtualNhiCardOptions['behaviour']>,
      at: number,
      act: () => unknown,
    ): VirtualCard => {
      const card = virtualNhiCard(holder, {
        behaviour,
        beforeAnswer: async (count) => {
          if (count === at) await act();
        },
      });
      return {
        ...card,
        reset: () => {
          card.reset();
          // The delay gives the slot time to report the card.
          if (at === 0) setTimeout(act, 1);
        },
      };
    };

    /**
     * Returns the error code of a failed read, and checks that the code has a message and a remedy in both
     * languages.
     */
    const endOf = async (promise: Promise<unknown>): Promise<string> => {
      const code = await codeOf(promise);
      for (const locale of ['zh-Hant', 'en']) {
        const internal = describeError('internal', locale);
        const { message, remedy } = describeError(code as MhbErrorCode, locale);
        expect([message, remedy, message === internal.message]).toEqual([
          expect.stringMatching(/../),
          expect.stringMatching(/../),
          false,
        ]);
      }
      return code;
    };

    const openSession = async (driver: Driver): Promise<CardSession> => {
      const port = systemPcscPort({ drivers: [driver], environment: pcscd.environment });
      const session = await fixture.open(await fixture.start(port));
      await readersWhen(session, allEmpty);
      return session;
    };

    byEachDriver('reads cards of every kind', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      for (const [behaviour, expected] of [
        ['generation-1', basic],
        ['generation-2', basic],
        ['t0', basic],
        ['wrong-length', basic],
        ['flaky', basic],
        ['slow', basic],
        ['health-professional', 'not-nhi-card'],
        ['damaged', 'bad-card-data'],
        // The reader waits for the rest of the answer until it times out.
        ['cut-off', 'card-mute'],
      ] as const) {
        await readersWhen(session, allEmpty);
        const options = behaviour === 'slow' ? { delayMs: 700 } : { behaviour };
        await slot.insert(virtualNhiCard(holder, options));
        const outcome = await session.readNhi({ waitMs: 2000 }).then(
          (reading) => reading.basic,
          (error: unknown) => (error as { code: string }).code,
        );
        expect(outcome).toEqual(expected);
        slot.remove();
      }
    });

    byEachDriver('survives the removal of the card at every command', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      // Step 0 is the power-up. The next steps are SELECT, GET DATA, and then GET RESPONSE or GET DATA with
      // another Le.
      for (const [behaviour, pulledAt] of [
        ['t0', 0],
        ['t0', 1],
        ['t0', 2],
        ['t0', 3],
        ['wrong-length', 3],
      ] as const) {
        await readersWhen(session, allEmpty);
        await slot.insert(cardThat(behaviour, pulledAt, () => slot.remove()));
        if (pulledAt > 0) await readersWhen(session, ([first]) => first?.state === 'present');
        const outcome = await endOf(session.readNhi({ waitMs: pulledAt > 0 ? 0 : 1500 }));
        expect(outcome).toMatch(pulledAt > 0 ? 'card-removed' : GONE);
        await readersWhen(session, allEmpty);
        await slot.insert(virtualNhiCard(holder));
        expect((await session.readNhi({ waitMs: 20_000 })).basic).toEqual(basic);
        slot.remove();
      }
    });

    byEachDriver('survives a crash of the daemon at every step', async (driver) => {
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
      expect(await endOf(session.readNhi({}))).toBe('no-service');
      await recovers();

      // A page that is waiting for a card keeps waiting, and the new daemon serves it.
      const waiting = session.readNhi({ waitMs: 20_000 });
      await pcscd.kill();
      await pcscd.start();
      await slot.insert(virtualNhiCard(holder));
      expect((await waiting).basic).toEqual(basic);
      slot.remove();
      await readersWhen(session, allEmpty);

      for (const diesAt of [0, 1, 2, 3]) {
        await slot.insert(cardThat('t0', diesAt, () => pcscd.kill()));
        if (diesAt > 0) await readersWhen(session, ([first]) => first?.state === 'present');
        expect(await endOf(session.readNhi({}))).toMatch(GONE);
        await recovers();
      }
    });

    byEachDriver('does not access a mute card until it is removed', async (driver) => {
      const session = await openSession(driver);
      const [slot] = pcscd.slots;
      await slot.insert(virtualNhiCard(holder, { behaviour: 'mute' }));
      await readersWhen(session, ([first]) => first?.state === 'present');
      expect(await codeOf(session.readNhi({}))).toBe('card-mute');
      slot.remove();
      await readersWhen(session, allEmpty);
      await slot.insert(virtualNhiCard(holder));
      expect((await session.readNhi({ waitMs: 20_000 })).basic).toEqual(basic);
    });

    /** Starts another program on this machine that uses the same reader. */
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

    byEachDriver(
      'waits for a reader that another program uses',
      async (driver) => {
        const session = await openSession(driver);
        await pcscd.slots[0].insert(virtualNhiCard(holder));
        await readersWhen(session, ([first]) => first?.state === 'present');
        const other = await otherProgram();
        await other('exclusive');
        expect(await codeOf(session.readNhi({}))).toBe('reader-busy');
        const waiting = session.readNhi({ waitMs: 5000 });
        await other('leave');
        expect((await waiting).basic).toEqual(basic);
      },
      { alsoNeeds: 'pcsclite' },
    );

    byEachDriver(
      'reads a card again after another program has reset it',
      async (driver) => {
        const session = await openSession(driver);
        const other = await otherProgram();
        let commands = 0;
        let reset = Promise.resolve();
        await pcscd.slots[0].insert(
          virtualNhiCard(holder, {
            beforeAnswer: () => {
              // The reset happens between SELECT and GET DATA, and the bridge does not notice it.
              if (commands++ === 0) reset = other('reset');
            },
          }),
        );
        await readersWhen(session, ([first]) => first?.state === 'present');
        // On a busy machine, the other program might act only after everything has been read. In that case,
        // try again.
        do {
          commands = 0;
          await other('shared');
          expect((await session.readNhi({})).basic).toEqual(basic);
          await reset;
        } while (commands < 3);
      },
      { alsoNeeds: 'pcsclite' },
    );
  },
);

/** Connects or disconnects whenever it reads a line from standard input. */
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

import type { CardProvider, CardSession, ReaderInfo } from '@mhb-kit/core/card';

/**
 * The contract that every card provider must satisfy, as checks for any test runner:
 *
 * ```ts
 * it.each(cardProviderContract)('$title', ({ check }) => check(subject));
 * ```
 *
 * The caller supplies the program that the provider reads from, which is either the real one or a replacement that
 * behaves in the same way.
 */
export interface ContractSubject {
  /** Returns a provider whose reader contains an NHI card. */
  withCard(): CardProvider | Promise<CardProvider>;
  /** Returns a provider whose reader is empty. */
  withoutCard(): CardProvider | Promise<CardProvider>;
  /** Returns a provider whose program or reader is missing. Providers that are always available omit this. */
  absent?(): CardProvider | Promise<CardProvider>;
}

export interface ContractCheck {
  readonly title: string;
  /** Rejects if the provider fails the check. */
  readonly check: (subject: ContractSubject) => Promise<void>;
}

const NONCE = 'n'.repeat(43);

function assert(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** Recognizes the class by its name, because a test might have loaded the class twice. */
const isMhbError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && error.name === 'MhbError' && 'code' in error && typeof error.code === 'string';

/**
 * Returns the code of the error with which a call rejects. Any error that is not an `MhbError` violates the
 * contract.
 */
async function codeOf(call: Promise<unknown>, what: string): Promise<string> {
  try {
    await call;
  } catch (error) {
    assert(isMhbError(error), `${what} rejects with ${String(error)}, which is not an MhbError`);
    return error.code;
  }
  throw new Error(`${what} resolves`);
}

/** Turns a synchronous exception of the call into a rejection. */
const called = <T>(call: () => Promise<T>): Promise<T> => Promise.resolve().then(call);

/** Opens a session, runs the work with it, and closes the session afterward. */
async function within(
  provider: CardProvider | Promise<CardProvider>,
  work: (session: CardSession, provider: CardProvider) => Promise<void>,
): Promise<void> {
  const opened = await provider;
  const session = await opened.open({});
  try {
    await work(session, opened);
  } finally {
    await session.close();
  }
}

const STATES: readonly ReaderInfo['state'][] = ['empty', 'present', 'busy', 'mute'];

export const cardProviderContract: readonly ContractCheck[] = [
  {
    title: 'states its id and what its readings prove',
    async check({ withCard }) {
      const { id, assurance } = await withCard();
      assert(/^[a-z][a-z0-9-]*$/.test(id), `the id ${JSON.stringify(id)} is not lower case with hyphens`);
      assert(
        assurance.nhi === null || assurance.nhi === 'demo' || assurance.nhi === 'card-read',
        `reading an NHI card proves no more than that it was read, not ${String(assurance.nhi)}`,
      );
    },
  },
  {
    title: 'can be probed repeatedly without opening anything',
    async check({ withCard }) {
      const provider = await withCard();
      for (const { state } of [await provider.probe({}), await provider.probe({})]) {
        assert(state === 'ready' || state === 'needs-permission', `with a card it is ${state}`);
      }
    },
  },
  {
    title: 'lists readers that can be distinguished, and marks simulated ones',
    check: ({ withCard }) =>
      within(withCard(), async (session, { assurance }) => {
        const readers = await session.readers();
        assert(readers.length > 0, 'there is no reader');
        assert(new Set(readers.map(({ id }) => id)).size === readers.length, 'two readers have one id');
        for (const { label, state, simulated } of readers) {
          assert(label.trim() !== '', 'a reader has no label');
          assert(STATES.includes(state), `a reader is ${state}`);
          assert(simulated || assurance.nhi !== 'demo', 'a simulated reader is not marked as simulated');
        }
      }),
  },
  {
    title: 'reads the basic data in the formats of the contract',
    check: ({ withCard }) =>
      within(withCard(), async (session) => {
        const { basic, attestation } = await session.readNhi({ nonce: NONCE });
        const { cardNumber, nationalId, birthDate, issueDate, name, sex } = basic;
        assert(/^\d{12}$/.test(cardNumber), 'the card number is not twelve digits');
        assert(/^[A-Z][A-Z\d]\d{8}$/.test(nationalId), 'the national ID differs from the one on the card');
        assert(name.trim() !== '', 'there is no name');
        assert(sex === 'M' || sex === 'F' || sex === null, `the sex is ${String(sex)}`);
        for (const date of [birthDate, issueDate]) {
          assert(date === null || /^\d{4}-\d{2}-\d{2}$/.test(date), `a date is ${String(date)}`);
        }
        assert(
          attestation === null || attestation.split('.').length === 3,
          'the attestation is not a compact JWS',
        );
      }),
  },
  {
    title: 'returns no attestation without a challenge',
    check: ({ withCard }) =>
      within(withCard(), async (session) => {
        assert((await session.readNhi({})).attestation === null, 'there is an attestation');
      }),
  },
  {
    title: 'reports that there is no card',
    check: ({ withoutCard }) =>
      within(withoutCard(), async (session) => {
        const code = await codeOf(
          called(() => session.readNhi({})),
          'reading an empty reader',
        );
        assert(code === 'no-card' || code === 'no-reader', `the code is ${code}`);
      }),
  },
  {
    title: 'reads nothing if the call was already canceled',
    check: ({ withCard }) =>
      within(withCard(), async (session) => {
        const code = await codeOf(
          called(() => session.readNhi({ signal: AbortSignal.abort() })),
          'a canceled reading',
        );
        assert(code === 'cancelled', `the code is ${code}`);
      }),
  },
  {
    title: 'rejects signing with an error code if it cannot sign',
    check: ({ withCard }) =>
      within(withCard(), async (session, { assurance }) => {
        if (assurance.cdc !== null) return;
        await codeOf(
          called(() => session.authenticate({ nonce: NONCE })),
          'signing',
        );
      }),
  },
  {
    title: 'reports its progress to listeners until they are removed',
    check: ({ withCard }) =>
      within(withCard(), async (session) => {
        const heard: string[] = [];
        const stop = session.on('progress', ({ step }) => heard.push(step));
        await session.readNhi({});
        assert(heard.includes('reading'), `it reported ${heard.join(', ') || 'nothing'}, not \`reading\``);
        const before = heard.length;
        stop();
        await session.readNhi({});
        assert(heard.length === before, 'it still reports to a listener that was removed');
      }),
  },
  {
    title: 'can be closed twice, and reports that it is closed',
    async check({ withCard }) {
      const session = await (await withCard()).open({});
      const codes: string[] = [];
      session.on('closed', ({ code }) => codes.push(code));
      await session.close();
      await session.close();
      assert(codes.length > 0, 'the listener is not called');
    },
  },
  {
    title: 'rejects with an error code if it is not installed',
    async check({ absent }) {
      if (absent === undefined) return;
      const provider = await absent();
      const { state } = await provider.probe({});
      assert(state === 'not-installed' || state === 'incompatible', `its state after a probe is ${state}`);
      const code = await codeOf(
        called(() => provider.open({})),
        'opening a missing provider',
      );
      assert(/-not-installed$|^incompatible|^bridge-/.test(code), `the code is ${code}`);
    },
  },
];

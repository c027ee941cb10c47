import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGatewayClient, relayConnectAnswer, type GatewayClient } from '@mhb-kit/core/gateway';
import type { LocalDate } from '@mhb-kit/core/identity';
import { createHealthLinkKey, sealFile } from '@mhb-kit/core/share';
import { createDevelopmentOutbox, type SeenRepresentation } from '@mhb-kit/gateway';
import { openDatabase } from '../../../packages/gateway/src/storage/open-database.js';
import { freePort } from '../../free-port.mjs';
import {
  completeRequest,
  eachDatabase,
  everybody,
  hua,
  logInWith,
  ming,
  outpatientRow,
  portal,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

/**
 * Legal representatives: what staff may record, what ends it, and that neither representatives nor database
 * access can extend it.
 */

const witness = { staff: '王承辦', reason: 'household register seen' };
const clinic = 'https://clinic.example.tw';
const contact = {
  householdNumber: 'F1234567',
  registeredAddress: '新北市淡水區民生里三鄰',
  telephone: null,
  mobile: '0912345678',
  email: 'ming@example.tw',
  alternateEmail: null,
};
/** Hua is eleven; Ming is her father. */
const seen: SeenRepresentation = {
  representative: ming.nationalId,
  represented: hua.nationalId,
  birthDate: '2015-01-05',
  kind: 'parent',
  endsOn: null,
};
const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;

eachDatabase((kind) => {
  const outbox = createDevelopmentOutbox();
  let test: TestGateway;

  beforeAll(async () => {
    test = await startTestGateway({
      database: kind,
      port: await freePort(),
      registration: { sender: outbox, register: everybody },
      representations: {},
      embedders: [
        {
          id: 'portal',
          name: 'A hospital portal',
          origins: [portal],
          login: ['direct'],
          scopes: ['requests', 'archives', 'activity', 'account'],
        },
        { id: 'clinic', name: 'A clinic', origins: [clinic], redirectUris: [`${clinic}/`] },
      ],
    });
    await test.gateway.activateAccount({ ...ming, contact });
    await test.gateway.activateAccount({ ...hua, contact: { ...contact, email: 'hua@example.tw' } });
    test.source.rows[hua.nationalId] = { r1: [{ ...outpatientRow('20260212', '三月醫院'), 'r1.8': 'F321' }] };
  }, 60_000);
  afterAll(() => test.dispose());

  const record = (more: Partial<SeenRepresentation> = {}): Promise<LocalDate> =>
    test.gateway.representations.record({ ...seen, ...more }, witness);

  /** Ming's page, on which he reads for Hua. */
  async function acting(): Promise<GatewayClient> {
    await record();
    const page = await test.logIn(ming);
    const [mine] = (await page.representations()).represents;
    await page.represent(mine?.id ?? '');
    return page;
  }

  /** Changes by a person with access to the database only; the gateway continues to run. */
  async function tamper(statement: string): Promise<void> {
    await test.gateway.stop();
    const { directory, databaseUrl } = test;
    const location = { dataDirectory: directory, ...(databaseUrl === null ? {} : { databaseUrl }) };
    const database = await openDatabase(location, () => undefined);
    try {
      await database.queries.execute(statement);
    } finally {
      await database.close();
    }
    await test.restart();
  }

  describe('a representation recorded by staff', () => {
    it('of a parent ends with the last day of the minority, and both people are notified', async () => {
      const before = outbox.messages.length;
      expect(await record()).toBe('2033-01-04');
      await expect
        .poll(() =>
          outbox.messages
            .slice(before)
            .filter(({ text }) => text.includes('法定代理'))
            .map(({ to }) => to),
        )
        .toEqual(expect.arrayContaining(['ming@example.tw', 'hua@example.tw']));
    });

    it.each([
      ['a parent of somebody of age', { birthDate: '2008-03-05' }],
      [
        'a parent of somebody of age, whatever its last day',
        { birthDate: '2008-03-05', endsOn: '2027-01-01' },
      ],
      ['a last day after the minority', { endsOn: '2033-01-05' }],
      ['a last day that has passed', { endsOn: '2026-03-04' }],
      ['a birth date to come', { birthDate: '2026-03-06' }],
      ['the guardianship of an adult without a last day', { kind: 'guardian', birthDate: '1950-01-01' }],
      ['somebody who represents themselves', { represented: ming.nationalId }],
    ] as [string, Partial<SeenRepresentation>][])('is not %s', async (_what, more) => {
      expect(await codeOf(record(more))).toBe('invalid-request');
    });

    it('is between people with accounts, and names who has checked the identity document', async () => {
      expect(await codeOf(record({ represented: 'F223456786' }))).toBe('not-found');
      expect(await codeOf(test.gateway.representations.record(seen, { staff: ' ', reason: 'x' }))).toBe(
        'invalid-request',
      );
      expect(await codeOf(test.gateway.representations.end(hua.nationalId, ming.nationalId, witness))).toBe(
        'not-found',
      );
    });

    it('of a guardian of an adult lasts as long as the court says, and withholds nothing', async () => {
      const guardian = { kind: 'guardian', birthDate: '1950-01-01', endsOn: '2027-03-05' } as const;
      expect(await record(guardian)).toBe('2027-03-05');
      const [mine] = (await (await test.logIn(ming)).representations()).represents;
      expect(mine).toMatchObject({ kind: 'guardian', withheld: [] });
    });

    it('again ends what was opened before', async () => {
      const page = await acting();
      await record({ endsOn: '2026-12-31' });
      expect(await codeOf(page.listRequests())).toBe('session-expired');
    });

    it('is in the records of both, without identifying data', async () => {
      await record();
      for (const person of [ming, hua]) {
        const { entries } = await (await test.logIn(person)).activity();
        const entry = entries.find(({ action }) => action === 'representation.add');
        expect(entry).toMatchObject({ actor: 'service', subject: null });
      }
    });
  });

  describe('a session for another person', () => {
    it('makes a separate request, even if a website sends the same idempotency key for everyone', async () => {
      const ask = async (page: GatewayClient): Promise<string> => {
        vi.spyOn(crypto, 'randomUUID').mockReturnValueOnce('5c0ffee0-0000-4000-8000-000000000000');
        return (await completeRequest(page)).id;
      };
      const own = await ask(await test.logIn(hua));
      const page = await acting();
      const theirs = await ask(page);
      expect(theirs).not.toBe(own);
      expect((await page.listRequests()).map(({ id }) => id)).toEqual([theirs]);
    });

    it('ends immediately, together with everything shared in it, when anything on which it depends ends', async () => {
      const share = async (page: GatewayClient): Promise<() => Promise<number>> => {
        const jwe = await sealFile('{}', 'application/fhir+json', createHealthLinkKey());
        const expiresAt = new Date(test.clock.read().getTime() + tick.day).toISOString();
        const files = [{ contentType: 'application/fhir+json', jwe }] as const;
        const { manifestUrl } = await page.createHealthLink({ files, expiresAt, passcode: null });
        const token = manifestUrl.split('/').at(-1) ?? '';
        return async () =>
          (
            await fetch(`${test.gateway.url}/v1/manifests/${token}`, {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({ recipient: 'x' }),
            })
          ).status;
      };
      const closes = (): Promise<unknown> => test.gateway.closeAccount(ming.nationalId);
      const changes = (): Promise<void> => tamper(`UPDATE representation SET ends_on = '2032-12-31'`);
      const endings: readonly (readonly [what: string, end: () => Promise<unknown>])[] = [
        ['the account of the representative', closes],
        ['the operator’s kinds', () => test.restart({ representations: { kinds: ['guardian'] } })],
        ['the age', () => test.restart({ representations: { ageOfMajority: 11, withheldFromAge: 0 } })],
        ['all of it', () => test.restart({ representations: undefined })],
        ['a row that was changed', changes],
      ];
      for (const [what, end] of endings) {
        const page = await acting();
        const open = await share(page);
        expect(await open(), what).toBe(200);
        await end();
        expect(await codeOf(page.listRequests()), what).toBe('session-expired');
        expect(await open(), what).toBe(404);
        await test.gateway.activateAccount({ ...ming, contact });
        // The value that was set is unchanged.
        if (end !== closes && end !== changes) await test.restart();
      }
    }, 120_000);

    it('ends with the account of either', async () => {
      for (const person of [ming, hua]) {
        const page = await acting();
        const own = await test.logIn(person);
        await own.suspendAccount(person.password);
        expect(await codeOf(page.listRequests())).toBe('session-expired');
        await test.gateway.activateAccount({ ...person, contact });
      }
    });

    it('is not opened for an account that is suspended', async () => {
      await record();
      const page = await test.logIn(ming);
      const [mine] = (await page.representations()).represents;
      await (await test.logIn(hua)).suspendAccount(hua.password);
      expect(await codeOf(page.represent(mine?.id ?? ''))).toBe('account-suspended');
      await test.gateway.activateAccount({ ...hua, contact });
    });

    it('ends with the account of the representative, and the record of who read is kept without a name', async () => {
      const page = await acting();
      await completeRequest(page);
      await test.gateway.closeAccount(ming.nationalId);
      expect(await codeOf(page.listRequests())).toBe('session-expired');
      const { entries } = await (await test.logIn(hua)).activity();
      const made = entries.find(({ action }) => action === 'request.create');
      expect(made).toMatchObject({ actor: 'representative', representative: null });
      await test.gateway.activateAccount({ ...ming, contact });
    });

    it('is not available to a website in connect mode', async () => {
      await record();
      const [mine] = (await (await test.logIn(ming)).representations()).represents;
      const fromClinic: typeof fetch = (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...(init?.headers as Record<string, string>), Origin: clinic },
        });
      const page = createGatewayClient({ baseUrl: test.gateway.url, fetch: fromClinic });
      /** The gateway's own page in a popup, in which Ming logs in and agrees. */
      const allow = async (address: string): Promise<void> => {
        const { url } = test.gateway;
        const own = createGatewayClient({
          baseUrl: url,
          fetch: (input, init) =>
            fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: url } }),
        });
        await logInWith(own, test.bridge, ming, { origin: url });
        relayConnectAnswer(await own.grantConnect(new URL(address).search.slice(1)));
      };
      const popup = {
        location: { replace: (address: string) => void allow(address) },
        close: () => undefined,
      };
      vi.stubGlobal('window', { open: () => popup, close: () => undefined });
      await page.connect({ clientId: 'clinic', redirectUri: `${clinic}/` });
      vi.unstubAllGlobals();
      expect(page.session?.person.name).toBe('王○明');
      expect(await codeOf(page.representations())).toBe('not-found');
      expect(await codeOf(page.represent(mine?.id ?? ''))).toBe('not-found');
    });

    it('cannot be extended by a person who writes to the database', async () => {
      await record();
      const page = await test.logIn(ming);
      const [mine] = (await page.representations()).represents;
      await page.represent(mine?.id ?? '');
      const request = await completeRequest(page);
      // Turns the session into the person's own, with all its rights.
      await tamper(`UPDATE session SET representation_id = NULL, opened_from = NULL`);
      expect(await codeOf(page.listRequests())).toBe('session-expired');
      // A later day, another kind, other people.
      for (const change of [
        `ends_on = '2040-01-01'`,
        `kind = 'guardian'`,
        `representative_id = represented_id, represented_id = representative_id`,
      ]) {
        await record();
        await tamper(`UPDATE representation SET ${change}`);
        for (const person of [ming, hua])
          expect((await (await test.logIn(person)).representations()).represents, change).toEqual([]);
      }
      // Turns the person's own request, including withheld records, into the representative's.
      await record();
      const own = await test.logIn(hua);
      const whole = await completeRequest(own);
      const other = await test.logIn(ming);
      const [again] = (await other.representations()).represents;
      await tamper(`UPDATE data_request SET representation_id = '${again?.id}' WHERE id = '${whole.id}'`);
      const later = await test.logIn(ming);
      await later.represent(again?.id ?? '');
      expect(await codeOf(later.getRequest(whole.id))).toBe('request-expired');
      expect(await codeOf(later.createArchive(whole.id, [{ category: 'outpatient' }]))).toBe(
        'request-expired',
      );
      expect(request.status).toBe('completed');
    }, 120_000);
  });

  describe('an operator who disables it', () => {
    it('ends open sessions, and no longer offers it', async () => {
      const page = await acting();
      expect((await page.service()).representations).toBe(true);
      const id = page.session?.representation?.id ?? '';
      await test.restart({ representations: undefined });
      try {
        expect(await codeOf(page.listRequests())).toBe('session-expired');
        const own = await test.logIn(ming);
        expect((await own.service()).representations).toBe(false);
        expect(await own.representations()).toEqual({ represents: [], representedBy: [] });
        expect(await codeOf(own.represent(id))).toBe('not-found');
        expect(await codeOf(record())).toBe('invalid-request');
      } finally {
        await test.restart();
      }
    });

    it('or sets another age, which also ends recorded parents’ rights', async () => {
      await record();
      test.clock.advance(330 * tick.day);
      await test.restart({ representations: { ageOfMajority: 12 } });
      try {
        expect((await (await test.logIn(ming)).representations()).represents).toEqual([]);
      } finally {
        await test.restart();
      }
    });
  });
});

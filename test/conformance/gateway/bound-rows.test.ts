import type { GatewayClient } from '@mhb-kit/core/gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { openDatabase } from '../../../packages/gateway/src/storage/open-database.js';
import { freePort } from '../../free-port.mjs';
import {
  completeRequest,
  createTestBridge,
  eachDatabase,
  everybody,
  hua,
  ming,
  outpatientRow,
  portal,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

/**
 * A person who can write to the database, but has no key, gets no access to another account by copying
 * columns and moving rows.
 */

type Row = Readonly<Record<string, unknown>>;

eachDatabase((kind) => {
  let test: TestGateway;
  const outbox = createDevelopmentOutbox();
  /** Ming has the database; Hua is the target. */
  let [mine, theirs] = ['', ''];

  /** Changes made by a person with access to the database only; the gateway continues to run. */
  async function tamper(...statements: readonly string[]): Promise<readonly Row[]> {
    await test.gateway.stop();
    const { directory, databaseUrl } = test;
    const location = { dataDirectory: directory, ...(databaseUrl === null ? {} : { databaseUrl }) };
    const database = await openDatabase(location, () => undefined);
    let rows: readonly Row[] = [];
    try {
      for (const statement of statements)
        ({ rows } = (await database.queries.execute(statement)) as unknown as { rows: readonly Row[] });
    } finally {
      await database.close();
    }
    await test.restart();
    return rows;
  }

  const logsIn = async (person: typeof ming): Promise<string> =>
    test.logIn(person).then(
      () => 'signed-in',
      (error: unknown) => (error as { code: string }).code,
    );

  beforeAll(async () => {
    test = await startTestGateway({
      database: kind,
      port: await freePort(),
      registration: { sender: outbox, register: everybody },
    });
    test.source.rows[hua.nationalId] = { r1: [outpatientRow('20260212', '三月醫院')] };
    await test.logIn(ming);
    const [session] = await tamper('SELECT account_id FROM session');
    mine = String(session?.['account_id']);
    const [other] = await tamper(`SELECT id FROM account WHERE id <> '${mine}'`);
    theirs = String(other?.['id']);
  });
  afterAll(() => test.dispose());

  it('opens no account with a password and a card copied from another one', async () => {
    await tamper(
      'CREATE TABLE kept AS SELECT * FROM account',
      // A card opens only one account, so it is moved from one to the other.
      `UPDATE account SET card_number_lookup = '\\x00' WHERE id = '${mine}'`,
      `UPDATE account SET (password_hash, card_number_lookup) =
         (SELECT password_hash, card_number_lookup FROM kept WHERE id = '${mine}') WHERE id = '${theirs}'`,
    );
    const { cardNumber, password } = ming;
    expect(await logsIn({ ...hua, cardNumber, password })).toBe('login-failed');
    await tamper(
      `UPDATE account SET (password_hash, card_number_lookup) =
         (SELECT password_hash, card_number_lookup FROM kept WHERE kept.id = account.id)`,
      'DROP TABLE kept',
    );
    expect([await logsIn(ming), await logsIn(hua)]).toEqual(['signed-in', 'signed-in']);
  });

  it('resumes no suspended account', async () => {
    const client = await test.logIn(hua);
    await client.suspendAccount(hua.password);
    expect(await logsIn(hua)).toBe('account-suspended');
    await tamper(`UPDATE account SET status = 'active' WHERE id = '${theirs}'`);
    expect(await logsIn(hua)).toBe('login-failed');
    await test.gateway.activateAccount(hua);
    expect(await logsIn(hua)).toBe('signed-in');
  });

  it('accepts no reader of one person for another, nor a login that waits for its code', async () => {
    const home = await createTestBridge();
    const contact = {
      householdNumber: 'F1234567',
      registeredAddress: '新北市淡水區',
      telephone: null,
      email: 'somebody@example.tw',
      alternateEmail: null,
    };
    await test.gateway.activateAccount({ ...ming, contact: { ...contact, mobile: '0911000111' } });
    await test.gateway.activateAccount({ ...hua, contact: { ...contact, mobile: '0922000222' } });
    const beginFrom = async (page: GatewayClient, person: typeof ming) => {
      const { nationalId, cardNumber, password } = person;
      const { nonce } = await page.challenge();
      const attestation = await home.attest({ basic: { nationalId, cardNumber }, origin: portal, nonce });
      return page.login({ method: 'nhi-card', nationalId, cardNumber, password, nonce, attestation });
    };
    const codeTo = async (mobile: string): Promise<string> => {
      const mine = () => outbox.messages.filter(({ to }) => to === mobile);
      await expect.poll(() => mine().length).toBeGreaterThan(0);
      return /\b\d{6}\b/.exec(mine().at(-1)?.text ?? '')?.[0] ?? '';
    };
    const page = test.client();
    const begun = await beginFrom(page, ming);
    if (begun.status !== 'code-required') throw new Error('No code was required');
    const { handle } = begun.codeRequest;
    const code = await codeTo('0911000111');
    await tamper(`UPDATE login_confirmation SET account_id = '${theirs}'`);
    const moved = page.confirmLogin({ handle, code, rememberReader: false });
    expect((await refusal(moved)).code).toBe('code-expired');
    await tamper(`UPDATE login_confirmation SET account_id = '${mine}'`);
    await page.confirmLogin({ handle, code, rememberReader: true });
    expect((await beginFrom(test.client(), ming)).status).toBe('signed-in');
    await tamper(`UPDATE trusted_reader SET account_id = '${theirs}'`);
    expect((await beginFrom(test.client(), hua)).status).toBe('code-required');
  });

  it('turns no session into another person’s, or into one with more rights', async () => {
    const page = await test.logIn(ming);
    await tamper(`UPDATE session SET account_id = '${theirs}'`);
    expect((await refusal(page.listRequests())).code).toBe('session-expired');
    const other = await test.logIn(ming);
    await tamper(
      `UPDATE session SET scopes = 'requests archives activity account', expires_at = expires_at + interval '1 day'`,
    );
    expect((await refusal(other.listRequests())).code).toBe('session-expired');
  });

  it('gives nobody the records that another person requested', async () => {
    const request = await completeRequest(await test.logIn(hua));
    const category = 'outpatient';
    expect(request.sections.find((section) => section.category === category)?.status).toBe('available');
    await tamper(`UPDATE data_request SET account_id = '${mine}'`);
    const moved = await (await test.logIn(ming)).createArchive(request.id, [{ category }]).then(
      () => 'sealed',
      (error: unknown) => (error as { code: string }).code,
    );
    expect(moved).not.toBe('sealed');
    await tamper(`UPDATE data_request SET account_id = '${theirs}'`);
  });
});

import { describe, expect, it } from 'vitest';
import type { AccountClient } from '@mhb-kit/core/gateway';
import { createTestBridge, refusal, tick } from '../support.js';
import type { GatewayUnderTest, ReachablePerson } from './gateway-under-test.js';

const other = (code: string): string => (code === '000000' ? '000001' : '000000');

/** Registration, forgotten passwords, and changes of a person's own account. */
export function describeAccounts(gateway: () => GatewayUnderTest): void {
  describe('a registration', () => {
    async function apply(
      person: ReachablePerson,
      accounts: AccountClient,
      changes: {
        readonly password?: string;
        readonly name?: string;
        readonly mobile?: string;
        readonly email?: string;
        readonly birthDate?: string;
        readonly alternateEmail?: string;
      } = {},
    ): Promise<void> {
      const { name, mobile, email, password } = person;
      await accounts.register({
        card: await gateway().reading(person),
        name,
        householdNumber: 'F1234567',
        registeredAddress: '新北市淡水區水源里3鄰',
        birthDate: '1990-05-17',
        password,
        telephone: null,
        mobile,
        email,
        alternateEmail: null,
        ...changes,
      });
    }

    it('leads from the form by mail and text message to the account', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      const first = await gateway().messageTo(person.email, () => apply(person, accounts));
      const ticket = await gateway().messageTo(person.email, async () =>
        accounts.resendConfirmation(await gateway().reading(person)),
      );
      expect(ticket).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect((await refusal(accounts.openConfirmation(first))).code).toBe('ticket-invalid');
      expect((await refusal(gateway().tryLogin(person))).code).toBe('login-failed');
      const typed = ticket.toLowerCase().replaceAll(/.{4}(?=.)/g, '$&-');
      const code = await gateway().messageTo(person.mobile, async () => {
        expect(await accounts.openConfirmation(typed)).toEqual({
          person: { nationalId: `${person.nationalId.slice(0, 6)}****`, name: '王○明' },
          mobile: person.mobile.slice(-3),
          codeExpiresAt: new Date(gateway().clock.read().getTime() + 10 * tick.minute).toISOString(),
        });
      });
      const read = (): ReturnType<GatewayUnderTest['reading']> => gateway().reading(person);
      expect(await refusal(accounts.confirm({ ticket, code: other(code), card: await read() }))).toEqual({
        code: 'code-wrong',
        details: { attemptsLeft: 4 },
      });
      const { cardNumber } = gateway().stranger();
      const card = await gateway().reading({ ...person, cardNumber });
      expect((await refusal(accounts.confirm({ ticket, code, card }))).code).toBe('card-mismatch');
      await accounts.confirm({ ticket, code, card: await read() });
      expect((await gateway().tryLogin(person)).status).toBe('signed-in');
      expect((await refusal(accounts.openConfirmation(ticket))).code).toBe('ticket-invalid');
    });

    it('uses a second mailbox only after its link was opened', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      const spare = 'spare.of.new@example.tw';
      const ticket = await gateway().messageTo(person.email, () =>
        apply(person, accounts, { alternateEmail: spare }),
      );
      const code = await gateway().messageTo(person.mobile, () => accounts.openConfirmation(ticket));
      const card = await gateway().reading(person);
      const link = await gateway().messageTo(spare, () => accounts.confirm({ ticket, code, card }));
      const client = await gateway().logIn(person);
      expect(await client.account()).toMatchObject({
        alternateEmail: null,
        pendingAlternateEmail: 's***@example.tw',
      });
      await accounts.confirmEmail(link);
      expect(await client.account()).toMatchObject({
        alternateEmail: 's***@example.tw',
        pendingAlternateEmail: null,
      });
    });

    it('refuses invalid input', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      expect(await refusal(apply(person, accounts, { password: 'short' }))).toEqual({
        code: 'password-not-acceptable',
        details: { policy: 'nhi-legacy' },
      });
      expect((await refusal(apply(person, accounts, { mobile: '0212345678' }))).code).toBe('invalid-request');
      expect((await refusal(apply(person, accounts, { name: '陳大文' }))).code).toBe('card-mismatch');
    });

    it('opens nothing for a person whom the register does not confirm, and reports this only by mail', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      for (const answer of ['no-match', 'see-a-person'] as const) {
        gateway().register.answer = answer;
        const secret = await gateway().messageTo(person.email, () => apply(person, accounts));
        gateway().register.answer = 'match';
        expect(secret).toBe('');
      }
    });

    it('is accepted five times per day at most', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      gateway().clock.set('2026-04-20T15:59:00Z');
      for (let attempt = 0; attempt < 5; attempt += 1) await apply(person, accounts);
      expect(await refusal(apply(person, accounts))).toEqual({
        code: 'too-many-attempts',
        details: { retryAfterSeconds: 60 },
      });
      gateway().clock.advance(tick.minute);
      await apply(person, accounts);
    });

    it('is not canceled by a later one, and remembers no reader', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      const ticket = await gateway().messageTo(person.email, () => apply(person, accounts));
      const later = await gateway().messageTo('later@example.tw', () =>
        apply(person, accounts, { email: 'later@example.tw' }),
      );
      const code = await gateway().messageTo(person.mobile, () => accounts.openConfirmation(ticket));
      const bridge = await createTestBridge();
      await gateway().messageTo(person.email, async () =>
        accounts.confirm({ ticket, code, card: await gateway().reading(person, { bridge }) }),
      );
      expect((await refusal(accounts.openConfirmation(later))).code).toBe('ticket-invalid');
      expect((await gateway().tryLogin(person, { bridge })).status).toBe('code-required');
    });

    it('requires a valid date of birth', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      for (const birthDate of ['1990-02-30', '2222-01-01'])
        expect((await refusal(apply(person, accounts, { birthDate }))).code).toBe('invalid-request');
    });

    it('notifies the owner of an account of another application, but reveals nothing to the caller', async () => {
      const person = await gateway().person();
      const accounts = gateway().accountClient();
      const given = `not-${person.email}`;
      const toldOwner = gateway().messageTo(person.email, () => Promise.resolve());
      const secret = await gateway().messageTo(given, () =>
        apply(person, accounts, { password: 'other123', email: given }),
      );
      expect([secret, await toldOwner]).toEqual(['', '']);
      expect((await gateway().tryLogin(person)).status).toBe('signed-in');
    });

    it('expires after five days', async () => {
      const person = gateway().stranger();
      const accounts = gateway().accountClient();
      const ticket = await gateway().messageTo(person.email, () => apply(person, accounts));
      gateway().clock.advance(5 * tick.day);
      expect((await refusal(accounts.openConfirmation(ticket))).code).toBe('ticket-invalid');
    });
  });

  describe('a forgotten password', () => {
    it('is replaced with the card and the mailed password, and every session ends', async () => {
      const person = await gateway().person();
      const accounts = gateway().accountClient();
      const session = await gateway().logIn(person);
      const oneTimePassword = await gateway().messageTo(person.email, async () =>
        accounts.requestPasswordReset(await gateway().reading(person)),
      );
      const choose = async (newPassword: string, secret = oneTimePassword): Promise<void> =>
        accounts.choosePassword({
          card: await gateway().reading(person),
          oneTimePassword: secret,
          newPassword,
        });
      expect((await refusal(choose('bitan2026', 'wrong-one'))).code).toBe('login-failed');
      expect((await refusal(choose('kurz'))).code).toBe('password-not-acceptable');
      await choose('bitan2026');
      expect((await refusal(session.listRequests())).code).toBe('session-expired');
      expect((await refusal(gateway().tryLogin(person))).code).toBe('login-failed');
      expect((await gateway().tryLogin({ ...person, password: 'bitan2026' })).status).toBe('signed-in');
      expect((await refusal(choose('again2026'))).code).toBe('login-failed');
    });

    it('can be requested without revealing who has an account, and expires after half an hour', async () => {
      const accounts = gateway().accountClient();
      await accounts.requestPasswordReset(await gateway().reading(gateway().stranger()));
      const person = await gateway().person();
      const oneTimePassword = await gateway().messageTo(person.email, async () =>
        accounts.requestPasswordReset(await gateway().reading(person)),
      );
      gateway().clock.advance(30 * tick.minute);
      const card = await gateway().reading(person);
      const late = accounts.choosePassword({ card, oneTimePassword, newPassword: 'bitan2026' });
      expect((await refusal(late)).code).toBe('login-failed');
    });
  });

  describe("a person's own account", () => {
    it('is shown partly masked', async () => {
      const person = await gateway().person();
      const client = await gateway().logIn(person);
      expect(await client.account()).toEqual({
        person: { nationalId: `${person.nationalId.slice(0, 6)}****`, name: '王○明' },
        telephone: null,
        mobile: `09*****${person.mobile.slice(-3)}`,
        email: 'p***@example.tw',
        alternateEmail: null,
        pendingMobile: null,
        pendingEmail: null,
        pendingAlternateEmail: null,
        certificate: false,
      });
    });

    it('can be changed only with the password, and reports the remaining attempts', async () => {
      const client = await gateway().logIn(await gateway().person());
      const change = { currentPassword: 'wrong-one', telephone: '(02)26210000' };
      expect(await refusal(client.changeContact(change))).toEqual({
        code: 'login-failed',
        details: { attemptsLeft: 4, retryAfterSeconds: 0 },
      });
      expect((await client.account()).telephone).toBeNull();
    });

    it('has a new e-mail address after the link was opened', async () => {
      const person = await gateway().person();
      const client = await gateway().logIn(person);
      const ticket = await gateway().messageTo('new@example.tw', async () => {
        const changed = await client.changeContact({
          currentPassword: person.password,
          email: 'new@example.tw',
        });
        expect(changed).toMatchObject({ email: 'p***@example.tw', pendingEmail: 'n***@example.tw' });
      });
      const accounts = gateway().accountClient();
      await gateway().messageTo(person.email, () => accounts.confirmEmail(ticket));
      expect(await client.account()).toMatchObject({ email: 'n***@example.tw', pendingEmail: null });
      expect((await refusal(accounts.confirmEmail(ticket))).code).toBe('ticket-invalid');
    });

    it('has a new mobile number after the code was entered', async () => {
      const person = await gateway().person();
      const { mobile } = gateway().stranger();
      const client = await gateway().logIn(person);
      expect((await refusal(client.confirmMobile('000000'))).code).toBe('code-expired');
      const code = await gateway().messageTo(mobile, async () => {
        const changed = await client.changeContact({ currentPassword: person.password, mobile });
        expect(changed.pendingMobile).toBe(`09*****${mobile.slice(-3)}`);
      });
      expect(await refusal(client.confirmMobile(other(code)))).toEqual({
        code: 'code-wrong',
        details: { attemptsLeft: 4 },
      });
      expect(await client.confirmMobile(code)).toMatchObject({
        mobile: `09*****${mobile.slice(-3)}`,
        pendingMobile: null,
      });
    });

    it('has a new password, and every other session ends', async () => {
      const person = await gateway().person();
      const [client, elsewhere] = [await gateway().logIn(person), await gateway().logIn(person)];
      const change = { currentPassword: person.password, newPassword: 'jiufen77' };
      expect(await refusal(client.changePassword({ ...change, newPassword: 'no' }))).toEqual({
        code: 'password-not-acceptable',
        details: { policy: 'nhi-legacy' },
      });
      await client.changePassword(change);
      expect((await refusal(elsewhere.listRequests())).code).toBe('session-expired');
      expect(await client.listRequests()).toEqual([]);
      expect((await refusal(gateway().tryLogin(person))).code).toBe('login-failed');
      expect((await gateway().tryLogin({ ...person, password: 'jiufen77' })).status).toBe('signed-in');
    });
  });
}

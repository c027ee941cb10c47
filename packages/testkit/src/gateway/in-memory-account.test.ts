import { expect, it } from 'vitest';
import { lin, nguyen } from '../people/index.js';
import { InMemoryAccountClient } from './in-memory-account-client.js';
import { InMemoryAccounts } from './in-memory-accounts.js';
import { InMemoryGatewayClient } from './in-memory-client.js';

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  );
const cardOf = ({ nationalId, card: { cardNumber } }: typeof lin) => ({
  nationalId,
  cardNumber,
  nonce: 'n',
  attestation: null,
});

it('registers a person, who then logs in with the gateway that shares the accounts', async () => {
  const accounts = new InMemoryAccounts([lin]);
  const client = new InMemoryAccountClient({ accounts });
  const gateway = new InMemoryGatewayClient({ people: [], accounts });
  const { name, householdNumber, mobile, email } = nguyen;
  const form = { name, householdNumber, mobile, email, registeredAddress: '淡水', telephone: null };
  const card = cardOf(nguyen);
  await client.register({ ...form, alternateEmail: null, password: 'danshui9', card });
  const ticket = accounts.messages.at(-1)!.secret!;
  await client.openConfirmation(ticket);
  const code = accounts.messages.at(-1)!.secret!;
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await codeOf(client.confirm({ ticket, code: wrong, card }))).toBe('code-wrong');
  expect(await codeOf(client.confirm({ ticket, code, card: cardOf(lin) }))).toBe('card-mismatch');
  await client.confirm({ ticket, code, card });
  const answer = await gateway.login({ method: 'nhi-card', password: 'danshui9', ...card });
  expect(answer.status).toBe('signed-in');
  expect(gateway.session?.assurance).toBe('card-read-confirmed');
});

it('asks for a code where the reader is unknown, and not again where it is to be remembered', async () => {
  const gateway = new InMemoryGatewayClient({ people: [lin], stepUp: true });
  const credentials = { method: 'nhi-card', password: lin.password, ...cardOf(lin) } as const;
  const answer = await gateway.login(credentials);
  if (answer.status !== 'code-required') throw new Error('No code was asked for');
  expect(gateway.session).toBeNull();
  const { handle } = answer.codeRequest;
  const code = gateway.accounts.messages.at(-1)!.secret!;
  await gateway.confirmLogin({ handle, code, rememberReader: true });
  expect(gateway.session).not.toBeNull();
  await gateway.logout();
  expect((await gateway.login(credentials)).status).toBe('signed-in');
});

it('counts a new e-mail address once it is confirmed', async () => {
  const gateway = new InMemoryGatewayClient({ people: [lin] });
  const client = new InMemoryAccountClient({ accounts: gateway.accounts });
  gateway.signIn(lin);
  const change = { currentPassword: lin.password, email: 'new@example.tw' };
  expect(await codeOf(gateway.changeContact({ ...change, currentPassword: 'x' }))).toBe('login-failed');
  const pending = await gateway.changeContact(change);
  expect([pending.email, pending.pendingEmail]).toEqual(['l***@example.tw', 'n***@example.tw']);
  expect(gateway.accounts.messages.map(({ to }) => to)).toEqual(['lin@example.tw', 'new@example.tw']);
  await client.confirmEmail(gateway.accounts.messages.at(-1)!.secret!);
  expect((await gateway.account()).email).toBe('n***@example.tw');
});

it('counts a new mobile number once its code came back', async () => {
  const gateway = new InMemoryGatewayClient({ people: [lin] });
  gateway.signIn(lin);
  expect(await codeOf(gateway.confirmMobile('000000'))).toBe('code-expired');
  const pending = await gateway.changeContact({ currentPassword: lin.password, mobile: '0911222333' });
  expect([pending.mobile, pending.pendingMobile]).toEqual(['09*****426', '09*****333']);
  const { to, secret } = gateway.accounts.messages.at(-1)!;
  expect(to).toBe('0911222333');
  const details = await gateway.confirmMobile(secret!);
  expect([details.mobile, details.pendingMobile]).toEqual(['09*****333', null]);
});

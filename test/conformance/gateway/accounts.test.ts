import { SMTPServer } from 'smtp-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountClient, type AccountClient, type CardReading } from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox, createMessageSender, type Message } from '@mhb-kit/gateway';
import { freePort } from '../../free-port.mjs';
import {
  eachDatabase,
  everybody,
  logInWith,
  ming,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

const mei = { nationalId: 'F223456786', cardNumber: '000055556666', name: '陳怡君' };
const form = {
  name: mei.name,
  householdNumber: 'F1234567',
  registeredAddress: '新北市淡水區水源里3鄰',
  birthDate: '1990-05-17',
  password: 'danshui9',
  telephone: '(02)26212345#12',
  mobile: '0912345678',
  email: 'mei@example.tw',
  alternateEmail: null,
};

eachDatabase((database) => {
  const outbox = createDevelopmentOutbox();
  let test: TestGateway;
  let accounts: AccountClient;
  beforeAll(async () => {
    test = await startTestGateway({
      database,
      registration: { sender: outbox, register: everybody, confirmationUrl: `${portal}/confirm` },
    });
    accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
  });
  afterAll(() => test.dispose());

  async function read(card: Partial<typeof mei> = {}): Promise<CardReading> {
    const { nationalId, cardNumber, name } = { ...mei, ...card };
    const { nonce } = await accounts.challenge();
    const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
    return {
      nationalId,
      cardNumber,
      nonce,
      attestation: await test.bridge.attest({ basic, origin: portal, nonce }),
    };
  }

  async function nextMessage(act: () => Promise<unknown>): Promise<Message> {
    const before = outbox.messages.length;
    await act();
    await expect.poll(() => outbox.messages.length).toBe(before + 1);
    return outbox.messages.at(-1)!;
  }
  async function noMessage(act: () => Promise<unknown>): Promise<void> {
    const before = outbox.messages.length;
    await act();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(outbox.messages.length).toBe(before);
  }
  const ticketIn = ({ text }: Message): string => /#ticket=(\w{16})\b/.exec(text)![1]!;
  const codeIn = ({ text }: Message): string => /\b(\d{6})\b/.exec(text)![1]!;
  const other = (code: string): string => (code === '000000' ? '000001' : '000000');
  const apply = async (changes = {}): Promise<void> =>
    accounts.register({ ...form, card: await read(), ...changes });
  const logIn = (password: string) => logInWith(test.client(), test.bridge, { ...mei, password });

  describe('registering', () => {
    it('refuses invalid input', async () => {
      expect((await refusal(apply({ password: 'short' }))).code).toBe('password-not-acceptable');
      expect((await refusal(apply({ password: 'with-dash1' }))).code).toBe('password-not-acceptable');
      expect((await refusal(apply({ mobile: '0212345678' }))).code).toBe('invalid-request');
      expect((await refusal(apply({ name: '陳大文' }))).code).toBe('card-mismatch');
    });

    let ticket: string;

    it('sends a mail in both languages, which names nobody', async () => {
      const mail = await nextMessage(() => apply());
      expect(mail).toMatchObject({ channel: 'mail', to: form.email });
      expect(mail.text).toMatch(/請在五天內[\s\S]*within five days/);
      expect(JSON.stringify(mail)).not.toMatch(/陳怡君|F22345/);
      ticket = ticketIn(mail);
      expect((await refusal(logIn(form.password))).code).toBe('login-failed');
    });

    it('invalidates the old ticket when the mail is sent again', async () => {
      const mail = await nextMessage(async () => accounts.resendConfirmation(await read()));
      expect((await refusal(accounts.openConfirmation(ticket))).code).toBe('ticket-invalid');
      ticket = ticketIn(mail);
      await noMessage(async () => accounts.resendConfirmation(await read({ cardNumber: '000000000001' })));
    });

    let code: string;

    it('sends the code when the link is opened, and not twice in succession', async () => {
      let opened;
      const sms = await nextMessage(async () => {
        opened = await accounts.openConfirmation(ticket);
      });
      expect(opened).toEqual({
        person: { nationalId: 'F22345****', name: '陳○君' },
        mobile: '678',
        codeExpiresAt: new Date(test.clock.read().getTime() + 10 * tick.minute).toISOString(),
      });
      expect(sms).toMatchObject({ channel: 'sms', to: form.mobile });
      code = codeIn(sms);
      await noMessage(() => accounts.openConfirmation(ticket));
    });

    it('accepts no other code or card, and no code that comes too late', async () => {
      const wrong = await refusal(accounts.confirm({ ticket, code: other(code), card: await read() }));
      expect(wrong).toEqual({ code: 'code-wrong', details: { attemptsLeft: 4 } });
      const card = await read({ cardNumber: '000000000001' });
      expect((await refusal(accounts.confirm({ ticket, code, card }))).code).toBe('card-mismatch');
      test.clock.advance(10 * tick.minute);
      expect((await refusal(accounts.confirm({ ticket, code, card: await read() }))).code).toBe(
        'code-expired',
      );
    });

    it('accepts five attempts per code, even simultaneous ones', async () => {
      code = codeIn(await nextMessage(() => accounts.openConfirmation(ticket)));
      const cards = await Promise.all(Array.from({ length: 8 }, () => read()));
      const guesses = await Promise.all(
        cards.map((card) => refusal(accounts.confirm({ ticket, code: other(code), card }))),
      );
      expect(guesses.filter((guess) => guess.code === 'code-wrong')).toHaveLength(5);
      expect((await refusal(accounts.confirm({ ticket, code, card: await read() }))).code).toBe(
        'code-expired',
      );
    });

    it('activates the account with the card and the code, but only once', async () => {
      test.clock.advance(10 * tick.minute);
      code = codeIn(await nextMessage(() => accounts.openConfirmation(ticket)));
      const told = await nextMessage(async () => accounts.confirm({ ticket, code, card: await read() }));
      expect(told).toMatchObject({ to: form.email, subject: expect.stringContaining('已啟用') as string });
      expect((await logIn(form.password)).person.name).toBe('陳○君');
      expect((await refusal(accounts.confirm({ ticket, code, card: await read() }))).code).toBe(
        'ticket-invalid',
      );
      expect((await refusal(accounts.openConfirmation(ticket))).code).toBe('ticket-invalid');
    });

    it('tells only the owner that there is already an account', async () => {
      const before = outbox.messages.length;
      await apply({ email: 'stranger@example.tw', password: 'other123' });
      await expect.poll(() => outbox.messages.length).toBe(before + 2);
      const sent = outbox.messages.slice(before);
      const subjectTo = (address: string) =>
        sent.flatMap((each) => (each.channel === 'mail' && each.to === address ? [each.subject] : []))[0];
      expect(subjectTo(form.email)).toContain('您已註冊過');
      expect(subjectTo('stranger@example.tw')).toContain('無法完成註冊');
      expect((await logIn(form.password)).id).toBeTruthy();
    });

    it('expires after five days', async () => {
      const person = { nationalId: 'C123456781', cardNumber: '000077778888', name: '陳怡君' };
      const mail = await nextMessage(async () => accounts.register({ ...form, card: await read(person) }));
      test.clock.advance(5 * tick.day - tick.second);
      await nextMessage(() => accounts.openConfirmation(ticketIn(mail)));
      test.clock.advance(tick.second);
      expect((await refusal(accounts.openConfirmation(ticketIn(mail)))).code).toBe('ticket-invalid');
    });

    it('sends no more than five codes per ticket', async () => {
      const person = { nationalId: 'D123456782', cardNumber: '000099990000', name: '陳怡君' };
      const ticketOfFive = ticketIn(
        await nextMessage(async () => accounts.register({ ...form, card: await read(person) })),
      );
      for (let round = 0; round < 5; round += 1) {
        await nextMessage(() => accounts.openConfirmation(ticketOfFive));
        test.clock.advance(tick.minute);
      }
      expect((await refusal(accounts.openConfirmation(ticketOfFive))).code).toBe('ticket-invalid');
    });
  });

  describe('a forgotten password', () => {
    const passwordIn = ({ text }: Message): string => /一次性密碼：(\S+)/.exec(text)![1]!;
    const choose = async (oneTimePassword: string, newPassword = 'bitan2026', card = {}) =>
      accounts.choosePassword({ card: await read(card), oneTimePassword, newPassword });

    it('reveals nothing about who exists', async () => {
      await noMessage(async () => accounts.requestPasswordReset(await read({ nationalId: 'H123456786' })));
      await noMessage(async () => accounts.requestPasswordReset(await read({ cardNumber: '000000000001' })));
    });

    it('mails a password that cannot log in, but allows choosing a new one with the card', async () => {
      const session = test.client();
      await logInWith(session, test.bridge, { ...mei, password: form.password });
      const secret = passwordIn(await nextMessage(async () => accounts.requestPasswordReset(await read())));
      expect((await refusal(logIn(secret))).code).toBe('login-failed');
      expect((await refusal(choose('wrong-one'))).code).toBe('login-failed');
      expect((await refusal(choose(secret, 'bitan2026', { cardNumber: '000000000001' }))).code).toBe(
        'login-failed',
      );
      expect((await refusal(choose(secret, 'kurz'))).code).toBe('password-not-acceptable');
      const mail = await nextMessage(() => choose(secret));
      expect(mail.text).toContain('密碼已變更');
      expect((await refusal(session.listRequests())).code).toBe('session-expired');
      expect((await refusal(logIn(form.password))).code).toBe('login-failed');
      expect((await logIn('bitan2026')).id).toBeTruthy();
      expect((await refusal(choose(secret, 'again2026'))).code).toBe('login-failed');
    });

    it('expires after half an hour', async () => {
      const secret = passwordIn(await nextMessage(async () => accounts.requestPasswordReset(await read())));
      test.clock.advance(30 * tick.minute);
      expect((await refusal(choose(secret))).code).toBe('login-failed');
    });
  });

  it('are one account if several starts of the gateway activate the same person simultaneously', async () => {
    const jie = {
      nationalId: 'G123456785',
      cardNumber: '000066667777',
      name: '林文傑',
      password: 'guanyin77',
    };
    await Promise.all(Array.from({ length: 8 }, () => test.gateway.activateAccount(jie)));
    expect((await logInWith(test.client(), test.bridge, jie)).person.name).toBe('林○傑');
  });
});

describe('the current password rule', () => {
  it('applies wherever a password is chosen, and refuses passwords that are easily guessed', async () => {
    const outbox = createDevelopmentOutbox();
    const test = await startTestGateway({
      passwordPolicy: 'asvs',
      registration: { sender: outbox, register: everybody },
    });
    try {
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      const read = async ({ nationalId, cardNumber, name }: typeof mei): Promise<CardReading> => {
        const { nonce } = await accounts.challenge();
        const basic = { nationalId, cardNumber, name };
        const attestation = await test.bridge.attest({ basic, origin: portal, nonce });
        return { nationalId, cardNumber, nonce, attestation };
      };
      const page = await test.logIn();
      const ways: readonly (readonly [typeof mei, (password: string) => Promise<unknown>])[] = [
        [mei, async (password) => accounts.register({ ...form, password, card: await read(mei) })],
        [mei, (password) => test.gateway.activateAccount({ ...mei, password })],
        [ming, (newPassword) => page.changePassword({ currentPassword: ming.password, newPassword })],
        [
          ming,
          async (newPassword) =>
            accounts.choosePassword({ card: await read(ming), oneTimePassword: 'none', newPassword }),
        ],
      ];
      for (const [{ nationalId }, choose] of ways) {
        const codes: string[] = [];
        for (const password of ['zebra', 'iloveyou', `${nationalId}!`, '淡水河邊的夕陽真美'])
          codes.push(
            await choose(password).then(
              () => 'accepted',
              ({ code }) => code,
            ),
          );
        expect(codes.slice(0, 3)).toEqual([
          'password-not-acceptable',
          'password-guessable',
          'password-guessable',
        ]);
        // The one-time password is wrong.
        expect(codes[3]).toBe(choose === ways.at(-1)?.[1] ? 'login-failed' : 'accepted');
      }
    } finally {
      await test.dispose();
    }
  });
});

describe('messages', () => {
  it('are sent by SMTP and through the HTTP provider, after a delay if the mail server was unavailable', async () => {
    const mails: string[] = [];
    const texts: string[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    const smtpPort = await freePort();
    const provider = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        texts.push(`${request.headers.authorization} ${body}`);
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as AddressInfo;
    const sender = createMessageSender(
      { url: `smtp://127.0.0.1:${smtpPort}`, from: '健康存摺 <no-reply@example.tw>' },
      { url: `http://127.0.0.1:${port}/sms`, authorization: 'Bearer key' },
    );
    const registration = { sender, register: everybody, confirmationUrl: `${portal}/confirm` };
    const test = await startTestGateway({ registration });
    try {
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      const read = async ({ nationalId, cardNumber }: typeof mei): Promise<CardReading> => {
        const { nonce } = await accounts.challenge();
        const basic = { nationalId, cardNumber };
        return { ...basic, nonce, attestation: await test.bridge.attest({ basic, origin: portal, nonce }) };
      };
      const { householdNumber, registeredAddress, telephone, mobile } = form;
      await test.gateway.activateAccount({
        ...ming,
        contact: {
          householdNumber,
          registeredAddress,
          telephone,
          mobile,
          email: 'ming@example.tw',
          alternateEmail: null,
        },
      });
      // Nothing listens on the mail server's port, but both are accepted.
      await accounts.register({ ...form, card: await read(mei) });
      await accounts.requestPasswordReset(await read(ming));
      await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve));
      await expect.poll(() => mails.length).toBe(2);
      expect(mails.some((mail) => mail.includes('To: ming@example.tw'))).toBe(true);
      const mail = mails.find((each) => each.includes('To: mei@example.tw'));
      // Quoted-printable: soft line breaks and the equals sign.
      const text = mail!.replaceAll('=\r\n', '').replaceAll('=3D', '=');
      const ticket = /#ticket=(\w{16})\b/.exec(text)![1]!;
      await accounts.openConfirmation(ticket);
      await expect.poll(() => texts.length).toBe(1);
      expect(texts[0]).toMatch(/^Bearer key \{"to":"0912345678","text":"健康存摺註冊驗證碼 \d{6}/);
    } finally {
      await test.dispose();
      smtp.close();
      provider.close();
    }
    // The second attempt is made some seconds after the first; on a busy machine, more.
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createAccountClient,
  createGatewayClient,
  relayConnectAnswer,
  type AccountClient,
  type CreatedHealthLink,
  type CardReading,
  type GatewayClient,
  type LoginAnswer,
  type Operation,
  type SealedArchive,
  type TrustedReader,
} from '@mhb-kit/core/gateway';
import type { DataRequest } from '@mhb-kit/core/request';
import { createHealthLinkKey, sealFile } from '@mhb-kit/core/share';
import { createDevelopmentOutbox, type Message } from '@mhb-kit/gateway';
import {
  expectAsDescribed,
  loadApiDocument,
  matches,
  recording,
  type ApiDocument,
  type Exchange,
} from './exchanges.js';
import { freePort } from '../../free-port.mjs';
import { makeKey, useKey } from './software-authenticator.js';
import {
  createTestBridge,
  everybody,
  hua,
  logInWith,
  ming,
  outpatientRow,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

type MethodOf<Client> = {
  [M in keyof Client]: Client[M] extends (...parameters: never[]) => unknown ? M : never;
}[keyof Client];

/** A call of every method of a client; it does not compile if one is missing. */
type EveryCall<Client> = Readonly<Record<MethodOf<Client>, () => Promise<unknown>>>;

/** Every operation of the client's table; it does not compile if one is missing. */
const operations: Readonly<Record<Operation, true>> = {
  'GET /.well-known/jwks.json': true,
  'GET /v1/service': true,
  'GET /v1/content': true,
  'GET /v1/catalogue': true,
  'POST /v1/challenges': true,
  'POST /v1/sessions': true,
  'POST /v1/sessions/confirmations': true,
  'GET /v1/sessions': true,
  'DELETE /v1/sessions': true,
  'DELETE /v1/sessions/{id}': true,
  'DELETE /v1/sessions/current': true,
  'POST /v1/sessions/current/tokens': true,
  'POST /v1/connect/codes': true,
  'POST /v1/connect/tokens': true,
  'POST /v1/registrations': true,
  'POST /v1/registrations/reminders': true,
  'POST /v1/registrations/openings': true,
  'POST /v1/registrations/confirmations': true,
  'POST /v1/password-resets': true,
  'POST /v1/password-resets/completions': true,
  'POST /v1/email-confirmations': true,
  'POST /v1/recoveries': true,
  'POST /v1/recoveries/confirmations': true,
  'POST /v1/mobile-recoveries': true,
  'POST /v1/mobile-recoveries/openings': true,
  'POST /v1/mobile-recoveries/confirmations': true,
  'POST /v1/suspensions': true,
  'GET /v1/account': true,
  'GET /v1/account/readers': true,
  'DELETE /v1/account/readers/{id}': true,
  'POST /v1/account/certificate-releases': true,
  'POST /v1/account/suspensions': true,
  'PATCH /v1/account': true,
  'POST /v1/account/mobile-confirmations': true,
  'POST /v1/account/password': true,
  'GET /v1/representations': true,
  'POST /v1/representations/{id}/sessions': true,
  'POST /v1/passkey-challenges': true,
  'GET /v1/account/passkeys': true,
  'DELETE /v1/account/passkeys/{id}': true,
  'POST /v1/account/passkey-enrolments': true,
  'GET /v1/account/passkey-enrolments/{id}': true,
  'POST /v1/account/passkey-enrolments/{id}/confirmations': true,
  'POST /v1/passkey-enrolments/openings': true,
  'POST /v1/passkey-enrolments/completions': true,
  'GET /v1/activity': true,
  'POST /v1/requests': true,
  'GET /v1/requests': true,
  'GET /v1/requests/{id}': true,
  'GET /v1/requests/{id}/events': true,
  'POST /v1/requests/{id}/archives': true,
  'GET /v1/archives/{id}': true,
  'POST /v1/requests/{id}/renderings': true,
  'POST /v1/health-links': true,
  'GET /v1/health-links': true,
  'GET /v1/health-links/{id}': true,
  'DELETE /v1/health-links/{id}': true,
  'POST /v1/health-link-relays': true,
};

const contact = {
  householdNumber: 'F1234567',
  registeredAddress: '新北市淡水區民生里三鄰',
  telephone: null,
  mobile: '0912345678',
  email: 'ming@example.tw',
  alternateEmail: null,
};
const mei = { nationalId: 'F223456786', cardNumber: '000055556666', name: '陳怡君' };
/** One succeeds only with a certificate, in certificates.test.ts; one with another server, in health-links.test.ts. */
const succeedsElsewhere = ['POST /v1/account/certificate-releases', 'POST /v1/health-link-relays'];
const callback = `${portal}/callback`;

describe('every method of the clients', () => {
  const outbox = createDevelopmentOutbox();
  const exchanges: Exchange[] = [];
  let test: TestGateway;
  let document: ApiDocument;
  let page: GatewayClient;
  let accounts: AccountClient;

  beforeAll(async () => {
    const port = await freePort();
    test = await startTestGateway({
      port,
      publicUrl: `http://localhost:${port}`,
      passkeys: {},
      representations: {},
      registration: { sender: outbox, register: everybody },
      embedders: [
        {
          id: 'portal',
          name: 'A hospital portal',
          origins: [portal],
          login: ['direct', 'connect'],
          scopes: ['requests', 'archives', 'activity', 'account'],
          redirectUris: [callback],
        },
      ],
    });
    await test.gateway.activateAccount({ ...ming, contact });
    test.source.rows[ming.nationalId] = { r1: [outpatientRow('20260212', '淡水診所')] };
    document = await loadApiDocument(test.gateway.url);
    page = test.client(recording(exchanges, portalFetch));
    accounts = createAccountClient({
      baseUrl: test.gateway.url,
      fetch: recording(exchanges, portalFetch),
    });
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await test.dispose();
  });

  async function read({ nationalId, cardNumber, name }: typeof mei): Promise<CardReading> {
    const { nonce } = await accounts.challenge();
    const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
    return {
      nationalId,
      cardNumber,
      nonce,
      attestation: await test.bridge.attest({ basic, origin: portal, nonce }),
    };
  }

  /** The message to an address after a call. */
  async function messageTo(address: string, act: () => Promise<unknown>): Promise<Message> {
    const before = outbox.messages.length;
    await act();
    const found = (): Message | undefined => outbox.messages.slice(before).find(({ to }) => to === address);
    await expect.poll(found).toBeDefined();
    return found()!;
  }
  const proof = { householdNumber: 'F1234567', birthDate: '1990-05-17' };

  const codeIn = ({ text }: Message): string => /\b(\d{6})\b/.exec(text)![1]!;
  const ticketIn = ({ text }: Message): string => /#ticket=([\w-]+)/.exec(text)![1]!;

  /** The gateway's own page in a popup, in which the person logs in and agrees. */
  function openOwnPage() {
    const allow = async (address: string): Promise<void> => {
      const { url } = test.gateway;
      const fromOwnPage: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: url } });
      const ownPage = createGatewayClient({ baseUrl: url, fetch: recording(exchanges, fromOwnPage) });
      await logInWith(ownPage, test.bridge, ming, { origin: url });
      relayConnectAnswer(await ownPage.grantConnect(new URL(address).search.slice(1)));
    };
    return { location: { replace: (address: string) => void allow(address) }, close: () => undefined };
  }

  it('sends what the OpenAPI document describes, and receives what it describes', async () => {
    let request: DataRequest;
    let archive: SealedArchive;
    let shared: CreatedHealthLink;
    let handle = '';
    let ticket = '';
    let code = '';
    let oneTimePassword = '';
    let reader: TrustedReader | undefined;
    let letterCode = '';
    let representation = '';
    const calls: EveryCall<GatewayClient> = {
      onSessionChange: async () => page.onSessionChange(() => undefined)(),
      service: () => page.service(),
      content: () => page.content(),
      catalogue: () => page.catalogue(),
      issuer: () => page.issuer(),
      challenge: () => page.challenge(),
      async confirmLogin() {
        const { nonce } = await page.challenge();
        const { nationalId, cardNumber, password } = ming;
        const sms = await messageTo(contact.mobile, async () => {
          const answer = await page.login({
            method: 'nhi-card',
            nationalId,
            cardNumber,
            password,
            nonce,
            attestation: null,
          });
          if (answer.status === 'code-required') ({ handle } = answer.codeRequest);
        });
        await page.confirmLogin({ handle, code: codeIn(sms), rememberReader: false });
      },
      login: () => logInWith(page, test.bridge, ming),
      async sessions() {
        // The token has to be renewed by now.
        test.clock.advance(6 * tick.minute);
        await page.sessions();
      },
      async endSession() {
        const other = await test.logIn();
        await page.endSession(other.session!.id);
      },
      activity: () => page.activity({ before: test.clock.read().toISOString() }),
      account: () => page.account(),
      changeContact: () => page.changeContact({ currentPassword: ming.password, telephone: '(02)26212345' }),
      async confirmMobile() {
        const mobile = '0987654321';
        const change = { currentPassword: ming.password, mobile };
        await page.confirmMobile(codeIn(await messageTo(mobile, () => page.changeContact(change))));
      },
      async changePassword() {
        const [now, then] = [ming.password, 'keelung9'];
        await page.changePassword({ currentPassword: now, newPassword: then });
        await page.changePassword({ currentPassword: then, newPassword: now });
      },
      async trustedReaders() {
        const home = await createTestBridge();
        const other = test.client(portalFetch);
        let answer!: LoginAnswer;
        const { nationalId, cardNumber, name, password } = ming;
        const sms = await messageTo('0987654321', async () => {
          const { nonce } = await other.challenge();
          const basic = { nationalId, cardNumber, name };
          const attestation = await home.attest({ basic, origin: portal, nonce });
          const credentials = { nationalId, cardNumber, password, nonce, attestation };
          answer = await other.login({ method: 'nhi-card', ...credentials });
        });
        if (answer.status !== 'code-required') throw new Error('No code was required');
        const confirmation = { handle: answer.codeRequest.handle, code: codeIn(sms) };
        await other.confirmLogin({ ...confirmation, rememberReader: true });
        [reader] = await page.trustedReaders();
      },
      forgetReader: () => page.forgetReader(reader!.id),
      releaseCertificate: () => refusal(page.releaseCertificate(ming.password)),
      async suspendAccount() {
        await page.suspendAccount(ming.password);
        await test.gateway.activateAccount({ ...ming, contact });
        await test.logIn(ming, page);
      },
      async representations() {
        const { nationalId: representative } = ming;
        const witness = { staff: 'staff 1', reason: 'court decision seen' };
        const seen = { kind: 'guardian', birthDate: '1950-01-01', endsOn: '2030-01-01' } as const;
        await test.gateway.representations.record(
          { representative, represented: hua.nationalId, ...seen },
          witness,
        );
        const { represents } = await page.representations();
        representation = represents[0]!.id;
      },
      represent: () => page.represent(representation),
      stopRepresenting: () => page.stopRepresenting(),
      /** Started on the portal's page, created on the gateway's own. */
      async passkeys() {
        const { url } = test.gateway;
        const calls = await page.passkeys();
        const { id, ticket } = await calls.begin(ming.password);
        await calls.enrolment(id);
        const fromOwnPage: typeof fetch = (input, init) =>
          fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: url } });
        const phone = createGatewayClient({ baseUrl: url, fetch: recording(exchanges, fromOwnPage) });
        const onPhone = await phone.passkeys();
        const { options } = await onPhone.open(ticket);
        const { attestation, credential } = makeKey(options, { origin: url });
        const { code: shown } = await onPhone.complete({ ticket, name: 'Phone', credential: attestation });
        await calls.confirm(id, shown!);
        const assertion = useKey(credential, await onPhone.loginOptions(), { origin: url });
        await phone.login({ method: 'passkey', credential: assertion });
        for (const { id: key } of await calls.list()) await calls.remove(key);
      },
      async createRequest() {
        request = await page.createRequest();
      },
      async watchRequest() {
        for await (const change of page.watchRequest(request.id)) request = change;
      },
      listRequests: () => page.listRequests(),
      getRequest: () => page.getRequest(request.id),
      async createArchive() {
        archive = await page.createArchive(request.id, [{ category: 'outpatient', months: ['2026-02'] }]);
      },
      downloadArchive: () => page.downloadArchive(archive),
      openRequest: () => page.openRequest(request.id),
      async createHealthLink() {
        const jwe = await sealFile('{}', 'application/fhir+json', createHealthLinkKey());
        const expiresAt = new Date(test.clock.read().getTime() + tick.hour).toISOString();
        const files = [{ contentType: 'application/fhir+json' as const, jwe }];
        shared = await page.createHealthLink({ files, expiresAt, passcode: '4711' });
      },
      healthLinks: () => page.healthLinks(),
      healthLink: () => page.healthLink(shared.healthLink.id),
      revokeHealthLink: () => page.revokeHealthLink(shared.healthLink.id),
      relayHealthLink: () =>
        refusal(page.relayHealthLink({ url: 'https://127.0.0.1/x', isDirect: false, recipient: 'x' })),
      logoutEverywhere: () => page.logoutEverywhere(),
      async logout() {
        await test.gateway.activateAccount({ ...ming, contact });
        await test.logIn(ming, page);
        await page.logout();
      },
      async grantConnect() {
        // On the page that `connect` opens.
      },
      async connect() {
        vi.stubGlobal('window', { open: openOwnPage, close: () => undefined });
        await page.connect({ clientId: 'portal', redirectUri: callback });
      },
      async beginConnect() {
        // Sends nothing: the browser opens the returned address.
      },
      // Redeems a code like `connect`.
      completeConnect: () => page.completeConnect(`${portal}/`),
    };
    const accountCalls: EveryCall<AccountClient> = {
      challenge: () => accounts.challenge(),
      async register() {
        await messageTo('mei@example.tw', async () =>
          accounts.register({
            ...contact,
            name: mei.name,
            birthDate: proof.birthDate,
            email: 'mei@example.tw',
            mobile: '0955555555',
            password: 'danshui9',
            card: await read(mei),
          }),
        );
      },
      async resendConfirmation() {
        const resend = async (): Promise<void> => accounts.resendConfirmation(await read(mei));
        ticket = ticketIn(await messageTo('mei@example.tw', resend));
      },
      async openConfirmation() {
        const sms = await messageTo('0955555555', () => accounts.openConfirmation(ticket));
        code = codeIn(sms);
      },
      async confirm() {
        const confirm = async (): Promise<void> => accounts.confirm({ ticket, code, card: await read(mei) });
        await messageTo('mei@example.tw', confirm);
      },
      async requestPasswordReset() {
        const reset = async (): Promise<void> => accounts.requestPasswordReset(await read(mei));
        const { text } = await messageTo('mei@example.tw', reset);
        oneTimePassword = /一次性密碼：(\S+)/.exec(text)![1]!;
      },
      choosePassword: async () =>
        accounts.choosePassword({ card: await read(mei), oneTimePassword, newPassword: 'bitan2026' }),
      async suspend() {
        await accounts.suspend(mei.nationalId, 'bitan2026');
      },
      async beginRecovery() {
        const card = await read({ ...mei, cardNumber: '000055557777' });
        const begin = async (): Promise<void> => {
          const request = { card, ...proof, password: 'bitan2026', formerNationalId: null };
          ({ handle } = await accounts.beginRecovery(request));
        };
        code = codeIn(await messageTo('0955555555', begin));
      },
      confirmRecovery: () => accounts.confirmRecovery({ handle, code }),
      async requestMobileRecovery() {
        const card = await read({ ...mei, cardNumber: '000055557777' });
        const mobile = '0966666666';
        await accounts.requestMobileRecovery({ card, ...proof, password: 'bitan2026', mobile });
        await test.gateway.printLetters((letters) => {
          letterCode = /：(\S+)/.exec(letters[0]!.paragraphs[0]!)![1]!;
          return Promise.resolve();
        });
      },
      async openMobileRecovery() {
        const card = await read({ ...mei, cardNumber: '000055557777' });
        code = codeIn(await messageTo('0966666666', () => accounts.openMobileRecovery({ letterCode, card })));
      },
      async confirmMobileRecovery() {
        const card = await read({ ...mei, cardNumber: '000055557777' });
        await accounts.confirmMobileRecovery({ letterCode, code, card });
      },
      async confirmEmail() {
        const email = 'new@example.tw';
        await test.logIn(ming, page);
        const change = (): Promise<unknown> => page.changeContact({ currentPassword: ming.password, email });
        await accounts.confirmEmail(ticketIn(await messageTo(email, change)));
      },
    };

    for (const call of [...Object.values(calls), ...Object.values(accountCalls)]) await call();

    const succeeded = new Set<string>();
    for (const exchange of exchanges) {
      const name = await expectAsDescribed(document, exchange);
      if (exchange.response.ok) succeeded.add(name);
    }
    expect([...succeeded, ...succeedsElsewhere].sort()).toEqual(Object.keys(operations).sort());

    const events = exchanges.find(({ path }) => path.endsWith('/events'))!;
    const sent = (await events.response.text()).matchAll(/^data: (.*)$/gm);
    const schema = { $ref: '#/components/schemas/DataRequest' };
    for (const [, data = ''] of sent) expect(matches(document, schema, JSON.parse(data))).toBe(true);
  });

  it('encodes an identifier as one path segment, regardless of its contents', async () => {
    await test.logIn(ming, page);
    const archive = { id: '../requests?x#y', byteLength: 1, sha256: '' } as SealedArchive;
    expect((await refusal(page.downloadArchive(archive))).code).toBe('invalid-request');
    expect(exchanges.at(-1)!.path).toBe('/v1/archives/..%2Frequests%3Fx%23y');
  });
});

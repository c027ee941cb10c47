import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { AccountDetails, AnswerOf, BodyOf, ContactChange, PasswordChange } from '@mhb-kit/core/gateway';
import type { OwnAccount, SignedIn } from '../../self-service/own-account.js';
import type { TrustedReaders } from '../../accounts/trusted-readers.js';
import type { Audit } from '../../audit/audit.js';
import { requireProofAgain } from '../../sessions/assurance.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import {
  contract,
  email,
  id,
  idParameters,
  inSession,
  instant,
  mobile,
  noContent,
  nullableText,
  password,
  shownPerson,
  sixDigits,
  telephone,
} from '../schema.js';
import { ticketSchema } from './registrations.js';

const accountDetailsSchema = contract<AccountDetails>('AccountDetails')(
  Type.Object({
    person: shownPerson,
    telephone: nullableText('Partly masked'),
    mobile: nullableText('Partly masked'),
    email: nullableText('Partly masked'),
    alternateEmail: nullableText('Partly masked'),
    pendingMobile: nullableText('Pending until the person enters the code that was sent to this number'),
    pendingEmail: nullableText('Pending until it is confirmed'),
    pendingAlternateEmail: nullableText('Pending until it is confirmed'),
    certificate: Type.Boolean({
      description: 'Whether a Citizen Digital Certificate is linked to the account',
    }),
  }),
);

const contactChangeSchema = contract<ContactChange>('ContactChange')(
  Type.Object(
    {
      currentPassword: password,
      telephone: Type.Optional(telephone),
      mobile: Type.Optional(mobile),
      email: Type.Optional(email),
      alternateEmail: Type.Optional(Type.Union([email, Type.Null()])),
    },
    {
      additionalProperties: false,
      examples: [{ currentPassword: 'tamsui88', email: 'ming@example.tw' }],
    },
  ),
);

const mobileConfirmationSchema = contract<BodyOf<'POST /v1/account/mobile-confirmations'>>(
  'MobileConfirmation',
)(Type.Object({ code: sixDigits }, { additionalProperties: false, examples: [{ code: '482913' }] }));

const passwordChangeSchema = contract<PasswordChange>('PasswordChange')(
  Type.Object(
    { currentPassword: password, newPassword: password },
    {
      additionalProperties: false,
      examples: [{ currentPassword: 'tamsui88', newPassword: 'jiufen77' }],
    },
  ),
);

const passwordOnce = { currentPassword: password };
const onceMore = { additionalProperties: false, examples: [{ currentPassword: 'tamsui88' }] };

const certificateReleaseSchema = contract<BodyOf<'POST /v1/account/certificate-releases'>>(
  'CertificateRelease',
)(Type.Object(passwordOnce, onceMore));

const ownSuspensionSchema = contract<BodyOf<'POST /v1/account/suspensions'>>('OwnSuspension')(
  Type.Object(passwordOnce, onceMore),
);

const readerListSchema = contract<AnswerOf<'GET /v1/account/readers'>>('TrustedReaderList')(
  Type.Object({
    readers: Type.Array(
      Type.Object({
        id,
        addedAt: instant('When the person chose to remember the reader'),
        lastUsedAt: instant('When the reader was last used'),
        expiresAt: instant('When the reader is forgotten'),
      }),
    ),
  }),
);

export interface AccountParts {
  readonly readers: TrustedReaders;
  readonly ownAccount: OwnAccount;
  readonly authentication: Authentication;
  readonly audit: Audit;
  /** The maximum number of these calls per minute from one network; each change requires a password hash. */
  readonly loginsPerMinute: number;
}

/** Adds the routes with which a logged-in person sees and changes their account data. */
export function addAccount(app: App, parts: AccountParts): void {
  const { ownAccount, readers, authentication, audit, loginsPerMinute } = parts;
  const callsPerMinute = loginsPerMinute;
  const tags = ['accounts'];

  async function signedIn(request: FastifyRequest): Promise<SignedIn> {
    const { id, accountId } = await authentication.session(request, 'account');
    return { accountId, sessionId: id, network: request.network };
  }

  /**
   * Returns the logged-in person for an operation for which a passkey alone is not sufficient.
   * @throws {MhbError} `stronger-login-required`
   */
  async function provedAgain(request: FastifyRequest): Promise<SignedIn> {
    const session = await authentication.session(request, 'account');
    requireProofAgain(session);
    return { accountId: session.accountId, sessionId: session.id, network: request.network };
  }

  app.get(
    '/v1/account',
    {
      config: { problems: ['not-found'] },
      schema: {
        summary: 'The account’s contact data, partly masked',
        tags,
        ...inSession,
        response: { 200: accountDetailsSchema },
      },
    },
    async (request) => {
      const { accountId, sessionId } = await signedIn(request);
      const found = await ownAccount.details(accountId);
      await audit({ action: 'account.read', accountId, sessionId, subject: null });
      return found;
    },
  );

  app.patch(
    '/v1/account',
    {
      config: {
        callsPerMinute,
        problems: [
          'stronger-login-required',
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
          'not-found',
          'quota-reached',
        ],
      },
      schema: {
        summary: 'Change the contact data (帳號資料異動)',
        description:
          'A new e-mail address takes effect when the person opens the link that was sent to it, and a new mobile number takes effect when the person enters the code that was sent to it. The gateway sends a notice to the previous address or number.',
        tags,
        ...inSession,
        body: contactChangeSchema,
        response: { 200: accountDetailsSchema },
      },
    },
    async (request) => {
      const who = await provedAgain(request);
      const changed = await ownAccount.changeContact(who, request.body);
      const { accountId, sessionId } = who;
      await audit({ action: 'account.change', accountId, sessionId, subject: null });
      return changed;
    },
  );

  app.post(
    '/v1/account/mobile-confirmations',
    {
      config: { callsPerMinute, problems: ['stronger-login-required', 'code-wrong', 'code-expired'] },
      schema: {
        summary: 'Confirm a new mobile number with the code that was sent to it',
        tags,
        ...inSession,
        body: mobileConfirmationSchema,
        response: { 200: accountDetailsSchema },
      },
    },
    async (request) => {
      const { accountId, sessionId } = await provedAgain(request);
      const changed = await ownAccount.confirmMobile(accountId, request.body.code);
      await audit({ action: 'account.mobile', accountId, sessionId, subject: null });
      return changed;
    },
  );

  app.post(
    '/v1/account/password',
    {
      config: {
        callsPerMinute,
        problems: [
          'stronger-login-required',
          'password-not-acceptable',
          'password-guessable',
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
        ],
      },
      schema: {
        summary: 'Change the password (健保卡註冊密碼變更); every other session ends',
        tags,
        ...inSession,
        body: passwordChangeSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const who = await provedAgain(request);
      await ownAccount.changePassword(who, request.body);
      const { accountId, sessionId } = who;
      await audit({ action: 'account.password', accountId, sessionId, subject: null });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/v1/account/readers',
    {
      schema: {
        summary:
          'The card readers that allow a login without a code by text message, with the most recently used first',
        tags,
        ...inSession,
        response: { 200: readerListSchema },
      },
    },
    async (request) => {
      const { accountId, sessionId } = await signedIn(request);
      const list = await readers.list(accountId);
      await audit({ action: 'account.read', accountId, sessionId, subject: null });
      return {
        readers: list.map(({ id: readerId, addedAt, lastUsedAt, expiresAt }) => ({
          id: readerId,
          addedAt: addedAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
      };
    },
  );

  app.delete(
    '/v1/account/readers/:id',
    {
      config: { problems: ['not-found'] },
      schema: {
        summary: 'Forget a card reader, so that the next login with this reader requires a code',
        tags,
        params: idParameters,
        ...inSession,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { accountId, sessionId } = await signedIn(request);
      if (!(await readers.forget(accountId, request.params.id)))
        throw new MhbError('not-found', 'This person has no such card reader');
      await audit({ action: 'reader.forget', accountId, sessionId, subject: null });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/account/certificate-releases',
    {
      config: {
        callsPerMinute,
        problems: [
          'stronger-login-required',
          'login-failed',
          'too-many-attempts',
          'guesses-used-up',
          'not-found',
        ],
      },
      schema: {
        summary:
          'Remove the certificate from the account; the next certificate that the person uses to log in replaces it',
        description:
          'Use this if a renewed certificate has a different subject serial number than the previous one, or was issued by a different generation of the certificate authority.',
        tags,
        ...inSession,
        body: certificateReleaseSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await ownAccount.releaseCertificate(await provedAgain(request), request.body.currentPassword);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/account/suspensions',
    {
      config: { callsPerMinute, problems: ['login-failed', 'too-many-attempts', 'guesses-used-up'] },
      schema: {
        summary:
          'Suspend the account; every session ends, and nobody can log in until the account is resumed',
        tags,
        ...inSession,
        body: ownSuspensionSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await ownAccount.suspend(await signedIn(request), request.body.currentPassword);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/email-confirmations',
    {
      config: { callsPerMinute, problems: ['ticket-invalid'] },
      schema: {
        summary: 'Confirm a new e-mail address with the link that was sent to it',
        tags,
        body: ticketSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const accountId = await ownAccount.confirmEmail(request.body.ticket);
      await audit({ action: 'account.email', accountId, sessionId: null, subject: null });
      return reply.code(204).send(null);
    },
  );
}

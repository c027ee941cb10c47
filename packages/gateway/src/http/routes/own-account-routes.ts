import Type from 'typebox';
import type { AccountDetails, ActivityPage, ContactChange, PasswordChange } from '@mhb-kit/core/gateway';
import type { OwnAccount, SignedIn } from '../../accounts/own-account.js';
import type { Activity } from '../../activity.js';
import type { Audit } from '../../audit.js';
import { networkOf } from '../../sessions/login-throttle.js';
import type { FastifyRequest } from 'fastify';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import {
  accountDetailsSchema,
  activityPageSchema,
  activityQuery,
  contactChangeSchema,
  contract,
  mobileConfirmationSchema,
  passwordChangeSchema,
  problemSchema,
  proofHeaders,
  ref,
  ticketSchema,
} from '../schemas.js';

export interface OwnAccountRoutesParts {
  readonly ownAccount: OwnAccount;
  readonly authentication: Authentication;
  readonly audit: Audit;
  /** Of one network: each change costs a password hash. */
  readonly loginsPerMinute: number;
}

const security = [{ dpop: [] }];

/** What somebody who is signed in sees and changes of their account. */
export function addOwnAccountRoutes(app: App, parts: OwnAccountRoutesParts): void {
  const { ownAccount, authentication, audit, loginsPerMinute } = parts;
  const config = { rateLimit: { max: loginsPerMinute, timeWindow: '1 minute' } };
  const tags = ['accounts'];
  const details = contract<AccountDetails>(accountDetailsSchema);

  async function signedIn(request: FastifyRequest): Promise<SignedIn> {
    const { id, accountId } = await authentication.session(request, 'account');
    return { accountId, sessionId: id, network: networkOf(request.ip) };
  }

  app.get(
    '/v1/account',
    {
      schema: {
        summary: 'What is on record of the person, shown in part',
        tags,
        security,
        headers: proofHeaders,
        response: { 200: details, default: ref(problemSchema) },
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
      config,
      schema: {
        summary: 'Change how the person is reached (帳號資料異動)',
        description:
          'A new e-mail address counts once the link mailed to it was opened, a new mobile number once the code sent to it came back; the former ones are told.',
        tags,
        security,
        headers: proofHeaders,
        body: contract<ContactChange>(contactChangeSchema),
        response: { 200: details, default: ref(problemSchema) },
      },
    },
    async (request) => {
      const who = await signedIn(request);
      const changed = await ownAccount.changeContact(who, request.body);
      const { accountId, sessionId } = who;
      await audit({ action: 'account.change', accountId, sessionId, subject: null });
      return changed;
    },
  );

  app.post(
    '/v1/account/mobile-confirmations',
    {
      config,
      schema: {
        summary: 'The code that was sent to a new mobile number: it counts from now on',
        tags,
        security,
        headers: proofHeaders,
        body: ref(mobileConfirmationSchema),
        response: { 200: details, default: ref(problemSchema) },
      },
    },
    async (request) => {
      const { accountId, sessionId } = await signedIn(request);
      const changed = await ownAccount.confirmMobile(accountId, request.body.code);
      await audit({ action: 'account.mobile', accountId, sessionId, subject: null });
      return changed;
    },
  );

  app.post(
    '/v1/account/password',
    {
      config,
      schema: {
        summary: 'Change the password (健保卡註冊密碼變更); every other session ends',
        tags,
        security,
        headers: proofHeaders,
        body: contract<PasswordChange>(passwordChangeSchema),
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const who = await signedIn(request);
      await ownAccount.changePassword(who, request.body);
      const { accountId, sessionId } = who;
      await audit({ action: 'account.password', accountId, sessionId, subject: null });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/email-confirmations',
    {
      config,
      schema: {
        summary: 'The link in the mail to a new address was opened: it counts from now on',
        tags,
        body: ref(ticketSchema),
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const accountId = await ownAccount.confirmEmail(request.body.ticket);
      await audit({ action: 'account.email', accountId, sessionId: null, subject: null });
      return reply.code(204).send(null);
    },
  );
}

/** Who read what and when, for the person whose records they are. */
export interface ActivityRouteParts {
  readonly activity: Activity;
  readonly authentication: Authentication;
  readonly audit: Audit;
}

export function addActivityRoute(app: App, parts: ActivityRouteParts): void {
  app.get(
    '/v1/activity',
    {
      schema: {
        summary: 'Who read what and when, newest first',
        tags: ['accounts'],
        security,
        headers: proofHeaders,
        querystring: activityQuery,
        response: { 200: contract<ActivityPage>(activityPageSchema), default: ref(problemSchema) },
      },
    },
    async (request) => {
      const { id: sessionId, accountId } = await parts.authentication.session(request, 'activity');
      const { before } = request.query;
      const page = await parts.activity.page(accountId, before === undefined ? null : new Date(before));
      await parts.audit({ action: 'activity.read', accountId, sessionId, subject: null });
      return page;
    },
  );
}

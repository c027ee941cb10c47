import { MhbError } from '@mhb-kit/core/error';
import type { AccountDetails, ContactChange } from '@mhb-kit/core/gateway';
import { maskEmail, maskName, maskNationalId, maskTelephone } from '@mhb-kit/core/identity';
import { empty, json } from '../http/answers.js';
import {
  code,
  email,
  mobile,
  optional,
  orNull,
  password,
  read,
  shape,
  telephone,
  text,
} from '../http/body.js';
import type { Handlers } from '../http/router.js';
import type { Account, Contact, PendingEmail } from '../state/accounts.js';
import { tell } from '../state/messages.js';
import { requireGoodPassword } from '../state/password-rules.js';
import { PendingCode } from '../state/pending-code.js';
import { announceEmail } from './email-announcements.js';
import type { Parts } from './parts.js';

/** 帳號資料異動 and 健保卡註冊密碼變更. */
export function ownAccountOperations(parts: Parts) {
  const { clock, accounts, activity, attempts, authentication, passkeys, send, service, sessions } = parts;

  function confirm(account: Account, password: string): void {
    const attempt = attempts.begin(account.nationalId, `account:${account.id}`);
    if (account.password !== password) throw attempt.failed();
    attempt.succeeded();
  }

  function contactOf({ contact }: Account): Contact {
    if (contact === null) throw new MhbError('not-found', 'The account was created without contact data');
    return contact;
  }

  const isPending = (pending: PendingEmail | null): pending is PendingEmail =>
    pending !== null && pending.expiresAt > clock();

  function details(account: Account): AccountDetails {
    const { contact, pendingMobile, pendingEmail, pendingAlternateEmail } = account;
    const masked = (value: string | null | undefined, mask: (value: string) => string): string | null =>
      value === null || value === undefined ? null : mask(value);
    return {
      person: { nationalId: maskNationalId(account.nationalId), name: maskName(account.name) },
      telephone: masked(contact?.telephone, maskTelephone),
      mobile: masked(contact?.mobile, maskTelephone),
      email: masked(contact?.email, maskEmail),
      alternateEmail: masked(contact?.alternateEmail, maskEmail),
      pendingMobile:
        pendingMobile !== null && pendingMobile.code.expiresAt > clock()
          ? maskTelephone(pendingMobile.mobile)
          : null,
      pendingEmail: isPending(pendingEmail) ? maskEmail(pendingEmail.address) : null,
      pendingAlternateEmail: isPending(pendingAlternateEmail)
        ? maskEmail(pendingAlternateEmail.address)
        : null,
      certificate: account.certificate,
    };
  }

  function change(account: Account, wanted: Omit<ContactChange, 'currentPassword'>): void {
    const contact = contactOf(account);
    if (wanted.mobile !== undefined && wanted.mobile !== contact.mobile) {
      const pending = new PendingCode(clock);
      account.pendingMobile = { mobile: wanted.mobile, code: pending };
      send({ channel: 'sms', to: wanted.mobile, purpose: 'code', secret: pending.code });
    }
    if (wanted.telephone !== undefined && wanted.telephone !== contact.telephone) {
      tell(send, contact, 'contact');
      contact.telephone = wanted.telephone;
    }
    if (wanted.email !== undefined && wanted.email !== contact.email) {
      account.pendingEmail = announceEmail(parts, wanted.email);
      tell(send, contact, 'email-asked');
    }
    if (wanted.alternateEmail === null) contact.alternateEmail = null;
    else if (wanted.alternateEmail !== undefined && wanted.alternateEmail !== contact.alternateEmail)
      account.pendingAlternateEmail = announceEmail(parts, wanted.alternateEmail);
  }

  return {
    'GET /v1/account': async (call) => {
      const session = await authentication.session(call, 'account');
      activity.record('account.read', session.account, session);
      return json<'GET /v1/account'>(200, details(session.account));
    },

    'PATCH /v1/account': async (call) => {
      const { currentPassword, ...wanted } = read<'PATCH /v1/account'>(
        call,
        shape({
          currentPassword: password,
          telephone: optional(telephone),
          mobile: optional(mobile),
          email: optional(email),
          alternateEmail: optional(orNull(email)),
        }),
      );
      const session = await authentication.session(call, 'account');
      confirm(session.account, currentPassword);
      change(session.account, wanted);
      activity.record('account.change', session.account, session);
      return json<'PATCH /v1/account'>(200, details(session.account));
    },

    'POST /v1/account/mobile-confirmations': async (call) => {
      const confirmation = read<'POST /v1/account/mobile-confirmations'>(call, shape({ code }));
      const session = await authentication.session(call, 'account');
      const { account } = session;
      const contact = contactOf(account);
      if (account.pendingMobile === null) throw new MhbError('code-expired', 'No code was sent');
      account.pendingMobile.code.check(confirmation.code);
      tell(send, contact, 'mobile');
      contact.mobile = account.pendingMobile.mobile;
      account.pendingMobile = null;
      passkeys.endAll(account);
      activity.record('account.mobile', account, session);
      return json<'POST /v1/account/mobile-confirmations'>(200, details(account));
    },

    'POST /v1/account/password': async (call) => {
      const { currentPassword, newPassword } = read<'POST /v1/account/password'>(
        call,
        shape({ currentPassword: password, newPassword: password }),
      );
      const session = await authentication.session(call, 'account');
      const { account } = session;
      requireGoodPassword(service.passwordPolicy, newPassword);
      confirm(account, currentPassword);
      account.password = newPassword;
      account.readers.clear();
      passkeys.endAll(account);
      sessions.closeAll(account, session.id);
      tell(send, account.contact, 'password');
      activity.record('account.password', account, session);
      return empty(204);
    },

    'POST /v1/account/certificate-releases': async (call) => {
      const { currentPassword } = read<'POST /v1/account/certificate-releases'>(
        call,
        shape({ currentPassword: password }),
      );
      const session = await authentication.session(call, 'account');
      const { account } = session;
      confirm(account, currentPassword);
      if (!account.certificate) throw new MhbError('not-found', 'The account has no certificate');
      account.certificate = false;
      sessions.closeAll(account, session.id);
      tell(send, account.contact, 'certificate-released');
      activity.record('certificate.release', account, session);
      return empty(204);
    },

    'POST /v1/account/suspensions': async (call) => {
      const { currentPassword } = read<'POST /v1/account/suspensions'>(
        call,
        shape({ currentPassword: password }),
      );
      const session = await authentication.session(call, 'account');
      const { account } = session;
      confirm(account, currentPassword);
      account.isSuspended = true;
      account.readers.clear();
      passkeys.endAll(account);
      activity.record('account.suspend', account, session);
      sessions.closeAll(account);
      tell(send, account.contact, 'suspended');
      return empty(204);
    },

    'POST /v1/email-confirmations': (call) => {
      const { ticket } = read<'POST /v1/email-confirmations'>(call, shape({ ticket: text(64) }));
      const invalid = new MhbError('ticket-invalid', 'The ticket is unknown, used or expired');
      const fields = ['email', 'alternateEmail'] as const;
      for (const account of accounts.all()) {
        for (const field of fields) {
          const slot = field === 'email' ? 'pendingEmail' : 'pendingAlternateEmail';
          const pending = account[slot];
          if (pending?.ticket !== ticket) continue;
          account[slot] = null;
          if (pending.expiresAt <= clock()) throw invalid;
          const contact = contactOf(account);
          if (field === 'email') tell(send, contact, 'email');
          contact[field] = pending.address;
          activity.record('account.email', account, null);
          return empty(204);
        }
      }
      throw invalid;
    },
  } satisfies Handlers;
}

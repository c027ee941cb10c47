import { MhbError } from '@mhb-kit/core/error';
import type { CardReading } from '@mhb-kit/core/gateway';
import { isNationalId } from '@mhb-kit/core/identity';
import { empty, json } from '../http/answers.js';
import { cardReading, code, mobile, orNull, password, read, secret, shape, text } from '../http/body.js';
import type { Call, Handlers } from '../http/router.js';
import type { Account } from '../state/accounts.js';
import type { AcceptedReading } from '../state/card-readings.js';
import { tell } from '../state/messages.js';
import { PendingCode } from '../state/pending-code.js';
import { newSecret, newTypedTicket, readTypedTicket } from '../state/secrets.js';
import { DAY, later } from '../state/time.js';
import type { Parts } from './parts.js';

const LETTER_LIFETIME = 21 * DAY;

interface Proof {
  readonly householdNumber: string;
  readonly birthDate: string;
}

interface Recovery extends Proof {
  readonly account: Account;
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly code: PendingCode;
}

interface MobileRecovery {
  readonly account: Account;
  readonly mobile: string;
  readonly expiresAt: Date;
  code: PendingCode | null;
}

/**
 * The operations for people whose identity the register confirms and who have another card, a changed ID number, a
 * suspended account, or a lost phone.
 */
export function recoveryOperations(parts: Parts) {
  const {
    clock,
    accounts,
    activity,
    attempts,
    authentication,
    embedders,
    readings,
    register,
    send,
    sessions,
  } = parts;
  const recoveries = new Map<string, Recovery>();
  const letters = new Map<string, MobileRecovery>();

  async function accept(card: CardReading, call: Call): Promise<AcceptedReading> {
    embedders.directPlace(call.headers.get('Origin'));
    return readings.accept(card, await authentication.caller(call));
  }

  /** Returns the account with an ID number if the password is right. */
  function accountOf(nationalId: string, cardNumber: string, typed: string, needsCard = false): Account {
    const attempt = attempts.begin(nationalId, cardNumber);
    const account = accounts.find(nationalId);
    const isRight = account?.password === typed && (!needsCard || account.cardNumber === cardNumber);
    if (account === undefined || !isRight) throw attempt.failed();
    attempt.succeeded();
    return account;
  }

  function endAll(account: Account): void {
    account.readers.clear();
    sessions.closeAll(account);
  }

  const notConfirmed = (): MhbError =>
    new MhbError('identity-not-confirmed', 'The register does not confirm the person’s identity');

  async function requireConfirmed(
    { name }: Account,
    card: Pick<AcceptedReading, 'nationalId' | 'cardNumber'>,
    { householdNumber, birthDate }: Proof,
  ): Promise<void> {
    const { nationalId, cardNumber } = card;
    const applicant = { nationalId, cardNumber, householdNumber, birthDate, name, registeredAddress: null };
    const { signal } = new AbortController();
    if ((await register.verifyApplicant(applicant, signal)) !== 'match') throw notConfirmed();
  }

  function letterOf(letterCode: string, { nationalId, cardNumber }: AcceptedReading): MobileRecovery {
    const found = letters.get(readTypedTicket(letterCode));
    const isTheirs = found?.account.nationalId === nationalId && found.account.cardNumber === cardNumber;
    if (found === undefined || !isTheirs || found.expiresAt <= clock())
      throw new MhbError('ticket-invalid', 'The code is unknown, used or expired');
    return found;
  }

  return {
    'POST /v1/recoveries': async (call) => {
      const request = read<'POST /v1/recoveries'>(
        call,
        shape({
          card: cardReading,
          password,
          householdNumber: text(20),
          birthDate: text(10),
          formerNationalId: orNull(text(10)),
        }),
      );
      const { nationalId, cardNumber } = await accept(request.card, call);
      const owner = request.formerNationalId ?? nationalId;
      if (!isNationalId(nationalId) || !isNationalId(owner))
        throw new MhbError('invalid-request', 'Not a national ID');
      const account = accountOf(owner, cardNumber, request.password);
      const isTaken = nationalId !== owner && accounts.find(nationalId) !== undefined;
      if (account.contact === null || isTaken) throw notConfirmed();
      const handle = newSecret();
      const pending = new PendingCode(clock);
      const { householdNumber, birthDate } = request;
      recoveries.set(handle, { account, nationalId, cardNumber, householdNumber, birthDate, code: pending });
      send({ channel: 'sms', to: account.contact.mobile, purpose: 'code', secret: pending.code });
      return json<'POST /v1/recoveries'>(202, {
        handle,
        mobile: account.contact.mobile.slice(-3),
        expiresAt: pending.expiresAt.toISOString(),
      });
    },

    'POST /v1/recoveries/confirmations': async (call) => {
      const confirmation = read<'POST /v1/recoveries/confirmations'>(call, shape({ handle: secret, code }));
      embedders.directPlace(call.headers.get('Origin'));
      const recovery = recoveries.get(confirmation.handle);
      if (recovery === undefined) throw new MhbError('code-expired', 'No such recovery');
      recovery.code.check(confirmation.code);
      recoveries.delete(confirmation.handle);
      const { account, nationalId, cardNumber } = recovery;
      await requireConfirmed(account, { nationalId, cardNumber }, recovery);
      if (account.nationalId !== nationalId) {
        accounts.renumber(account, nationalId);
        account.cardNumber = cardNumber;
        activity.record('account.national-id', account, null);
        tell(send, account.contact, 'national-id');
      } else if (account.cardNumber !== cardNumber) {
        account.cardNumber = cardNumber;
        activity.record('account.card', account, null);
        tell(send, account.contact, 'card');
      }
      if (account.isSuspended) {
        account.isSuspended = false;
        activity.record('account.resume', account, null);
        tell(send, account.contact, 'resumed');
      }
      endAll(account);
      return empty(204);
    },

    'POST /v1/mobile-recoveries': async (call) => {
      const request = read<'POST /v1/mobile-recoveries'>(
        call,
        shape({ card: cardReading, password, householdNumber: text(20), birthDate: text(10), mobile }),
      );
      const { nationalId, cardNumber } = await accept(request.card, call);
      const account = accountOf(nationalId, cardNumber, request.password, true);
      if (account.contact === null || account.isSuspended) throw notConfirmed();
      await requireConfirmed(account, { nationalId, cardNumber }, request);
      const letterCode = newTypedTicket();
      const expiresAt = later(clock(), LETTER_LIFETIME);
      letters.set(letterCode, { account, mobile: request.mobile, expiresAt, code: null });
      send({ channel: 'letter', to: account.name, purpose: 'letter-code', secret: letterCode });
      tell(send, account.contact, 'mobile-asked');
      return empty(202);
    },

    'POST /v1/mobile-recoveries/openings': async (call) => {
      const opening = read<'POST /v1/mobile-recoveries/openings'>(
        call,
        shape({ card: cardReading, letterCode: text(64) }),
      );
      const letter = letterOf(opening.letterCode, await accept(opening.card, call));
      if (letter.code === null || letter.code.expiresAt <= clock()) {
        letter.code = new PendingCode(clock);
        send({ channel: 'sms', to: letter.mobile, purpose: 'code', secret: letter.code.code });
      }
      return json<'POST /v1/mobile-recoveries/openings'>(200, {
        mobile: letter.mobile.slice(-3),
        codeExpiresAt: letter.code.expiresAt.toISOString(),
      });
    },

    'POST /v1/mobile-recoveries/confirmations': async (call) => {
      const confirmation = read<'POST /v1/mobile-recoveries/confirmations'>(
        call,
        shape({ card: cardReading, letterCode: text(64), code }),
      );
      const letter = letterOf(confirmation.letterCode, await accept(confirmation.card, call));
      if (letter.code === null) throw new MhbError('code-expired', 'No code was sent');
      letter.code.check(confirmation.code);
      letters.delete(readTypedTicket(confirmation.letterCode));
      const { account } = letter;
      tell(send, account.contact, 'mobile');
      if (account.contact !== null) account.contact.mobile = letter.mobile;
      endAll(account);
      activity.record('account.mobile', account, null);
      return empty(204);
    },

    'POST /v1/suspensions': (call) => {
      const { nationalId, password: typed } = read<'POST /v1/suspensions'>(
        call,
        shape({ nationalId: text(10), password }),
      );
      embedders.directPlace(call.headers.get('Origin'));
      const account = accountOf(nationalId, `suspension:${nationalId}`, typed);
      if (!account.isSuspended) {
        account.isSuspended = true;
        endAll(account);
        tell(send, account.contact, 'suspended');
        activity.record('account.suspend', account, null);
      }
      return empty(204);
    },
  } satisfies Handlers;
}

import type { CardReading } from '@mhb-kit/core/gateway';
import { empty } from '../http/answers.js';
import { cardReading, password, read, shape } from '../http/body.js';
import type { Call, Handlers } from '../http/router.js';
import type { Account } from '../state/accounts.js';
import type { AcceptedReading } from '../state/card-readings.js';
import { tell } from '../state/messages.js';
import { requireGoodPassword } from '../state/password-rules.js';
import { newOneTimePassword } from '../state/secrets.js';
import { later, MINUTE } from '../state/time.js';
import type { Parts } from './parts.js';

const LIFETIME = 30 * MINUTE;
const ATTEMPTS = 5;

/**
 * The operations for people who have forgotten the password (忘記密碼): requesting a one-time password by mail,
 * and using it with the card to choose a new password.
 */
export function passwordResetOperations(parts: Parts) {
  const { clock, accounts, attempts, authentication, embedders, readings, send, service, sessions } = parts;

  async function accept(card: CardReading, call: Call): Promise<AcceptedReading> {
    embedders.directPlace(call.headers.get('Origin'));
    return readings.accept(card, await authentication.caller(call));
  }

  function accountOf({ nationalId, cardNumber }: AcceptedReading): Account | undefined {
    const account = accounts.find(nationalId);
    return account?.cardNumber === cardNumber && !account.isSuspended ? account : undefined;
  }

  /**
   * Returns the one-time password and counts the attempt. Returns `null` if the one-time password has expired or
   * was tried too often.
   */
  function secretOf(account: Account | undefined): string | null {
    const reset = account?.passwordReset ?? null;
    if (reset === null || reset.expiresAt <= clock() || reset.attempts >= ATTEMPTS) return null;
    reset.attempts += 1;
    return reset.secret;
  }

  return {
    'POST /v1/password-resets': async (call) => {
      const account = accountOf(await accept(read<'POST /v1/password-resets'>(call, cardReading), call));
      if (account !== undefined && account.contact !== null) {
        const secret = newOneTimePassword();
        account.passwordReset = { secret, expiresAt: later(clock(), LIFETIME), attempts: 0 };
        send({ channel: 'mail', to: account.contact.email, purpose: 'one-time-password', secret });
      }
      return empty(202);
    },

    'POST /v1/password-resets/completions': async (call) => {
      const choice = read<'POST /v1/password-resets/completions'>(
        call,
        shape({ card: cardReading, oneTimePassword: password, newPassword: password }),
      );
      const card = await accept(choice.card, call);
      requireGoodPassword(service.passwordPolicy, choice.newPassword);
      const attempt = attempts.begin(card.nationalId, card.cardNumber);
      const account = accountOf(card);
      const secret = secretOf(account);
      if (account === undefined || secret !== choice.oneTimePassword) throw attempt.failed();
      account.passwordReset = null;
      account.password = choice.newPassword;
      account.readers.clear();
      sessions.closeAll(account);
      tell(send, account.contact, 'password');
      attempt.succeeded();
      return empty(204);
    },
  } satisfies Handlers;
}

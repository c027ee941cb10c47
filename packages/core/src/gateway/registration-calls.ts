import type { AccountClient } from './account-contract.js';
import type { AnswerOf, Operation } from './operations.js';
import type { Call, Transport } from './transport.js';

/** Calls that contain a card reading prove possession of the key for which the challenge was issued. */
const authentication = 'proof';

/** Creates the calls for registration, confirmation and forgotten passwords. */
export function createRegistrationCalls(transport: Transport): AccountClient {
  const call = <O extends Operation>(parts: Call<O>): Promise<Response> =>
    transport<O>({ authentication: 'none', ...parts });
  const answerOf = async <O extends Operation>(parts: Call<O>): Promise<AnswerOf<O>> =>
    (await (await call<O>(parts)).json()) as AnswerOf<O>;

  return {
    challenge: ({ signal } = {}) => answerOf({ operation: 'POST /v1/challenges', authentication, signal }),
    async register(application, { signal } = {}) {
      await call({ operation: 'POST /v1/registrations', authentication, body: application, signal });
    },
    async resendConfirmation(card, { signal } = {}) {
      await call({ operation: 'POST /v1/registrations/reminders', authentication, body: card, signal });
    },
    openConfirmation: (ticket, { signal } = {}) =>
      answerOf({ operation: 'POST /v1/registrations/openings', body: { ticket }, signal }),
    async confirm(confirmation, { signal } = {}) {
      await call({
        operation: 'POST /v1/registrations/confirmations',
        authentication,
        body: confirmation,
        signal,
      });
    },
    async requestPasswordReset(card, { signal } = {}) {
      await call({ operation: 'POST /v1/password-resets', authentication, body: card, signal });
    },
    async choosePassword(choice, { signal } = {}) {
      await call({ operation: 'POST /v1/password-resets/completions', authentication, body: choice, signal });
    },
    async confirmEmail(ticket, { signal } = {}) {
      await call({ operation: 'POST /v1/email-confirmations', body: { ticket }, signal });
    },
    beginRecovery: (request, { signal } = {}) =>
      answerOf({ operation: 'POST /v1/recoveries', authentication, body: request, signal }),
    async confirmRecovery(confirmation, { signal } = {}) {
      await call({ operation: 'POST /v1/recoveries/confirmations', body: confirmation, signal });
    },
    async requestMobileRecovery(request, { signal } = {}) {
      await call({ operation: 'POST /v1/mobile-recoveries', authentication, body: request, signal });
    },
    openMobileRecovery: (opening, { signal } = {}) =>
      answerOf({ operation: 'POST /v1/mobile-recoveries/openings', authentication, body: opening, signal }),
    async confirmMobileRecovery(confirmation, { signal } = {}) {
      await call({
        operation: 'POST /v1/mobile-recoveries/confirmations',
        authentication,
        body: confirmation,
        signal,
      });
    },
    async suspend(nationalId, password, { signal } = {}) {
      await call({ operation: 'POST /v1/suspensions', body: { nationalId, password }, signal });
    },
  };
}

import { MhbError } from '@mhb-kit/core/error';
import type { CardReading, RegistrationApplication } from '@mhb-kit/core/gateway';
import { isLocalDate, isNationalId, maskName, maskNationalId, taipeiDate } from '@mhb-kit/core/identity';
import { empty, json } from '../http/answers.js';
import {
  cardReading,
  certificate,
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
import type { Call, Handlers } from '../http/router.js';
import { tell } from '../state/messages.js';
import { requireGoodPassword } from '../state/password-rules.js';
import { PendingCode } from '../state/pending-code.js';
import { IdentityAttempts } from '../state/register.js';
import { newTypedTicket, readTypedTicket } from '../state/secrets.js';
import { DAY, later, MINUTE } from '../state/time.js';
import type { AcceptedReading } from '../state/card-readings.js';
import { announceEmail } from './email-announcements.js';
import type { Parts } from './parts.js';

const APPLICATION_LIFETIME = 5 * DAY;
const CODES_PER_TICKET = 5;
/** If the link is opened again within this time, no second message is sent. */
const CODE_PAUSE = MINUTE;

interface Application {
  readonly form: RegistrationApplication;
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly expiresAt: Date;
  ticket: string;
  code: PendingCode | null;
  codesSent: number;
}

const application = shape({
  card: cardReading,
  name: text(60),
  householdNumber: text(20),
  registeredAddress: text(100),
  birthDate: text(10),
  password,
  telephone,
  mobile,
  email,
  alternateEmail: orNull(email),
  certificate: optional(certificate),
  clientId: optional(text(60, 0)),
});

const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/**
 * The operations of a registration (健保卡網路服務註冊), from the form and the check with the operator's register
 * to the confirmation with the code.
 */
export function registrationOperations(parts: Parts) {
  const { clock, accounts, activity, authentication, embedders, readings, register, send, service } = parts;
  const attempts = new IdentityAttempts(clock);
  /** Verified applications that wait for confirmation. A person may have several. */
  let applications: readonly Application[] = [];

  async function accept(card: CardReading, call: Call): Promise<AcceptedReading> {
    embedders.directPlace(call.headers.get('Origin'));
    return readings.accept(card, await authentication.caller(call));
  }

  const waiting = (): readonly Application[] => applications.filter(({ expiresAt }) => expiresAt > clock());

  function find(typed: string): Application {
    const ticket = readTypedTicket(typed);
    const found = waiting().find((each) => each.ticket === ticket);
    if (found === undefined) throw new MhbError('ticket-invalid', 'The ticket is unknown, used or expired');
    return found;
  }

  const mailTicket = ({ form, ticket }: Application): void => {
    send({ channel: 'mail', to: form.email, purpose: 'confirm-registration', secret: ticket });
  };

  /** Queries the register after the caller has received a response; the result is sent by e-mail. */
  async function examine(form: RegistrationApplication, nationalId: string): Promise<void> {
    const { card, householdNumber, birthDate, name, registeredAddress, email } = form;
    const { cardNumber } = card;
    const applicant = { nationalId, cardNumber, householdNumber, birthDate, name, registeredAddress };
    const { signal } = new AbortController();
    const proved =
      form.certificate !== undefined || (await register.verifyApplicant(applicant, signal)) === 'match';
    const known = accounts.find(nationalId);
    if (known === undefined && proved) {
      const made: Application = {
        form,
        nationalId,
        cardNumber,
        expiresAt: later(clock(), APPLICATION_LIFETIME),
        ticket: newTypedTicket(),
        code: null,
        codesSent: 0,
      };
      applications = [...applications, made];
      mailTicket(made);
      return;
    }
    const contact = known?.contact ?? null;
    tell(send, contact, 'application');
    // The owner of the account has already received a more detailed message.
    if (email !== contact?.email && email !== contact?.alternateEmail)
      send({ channel: 'mail', to: email, purpose: 'registration-refused' });
  }

  return {
    'POST /v1/registrations': async (call) => {
      const form = read<'POST /v1/registrations'>(call, application);
      const { nationalId, name } = await accept(form.card, call);
      const isPast = isLocalDate(form.birthDate) && form.birthDate <= taipeiDate(clock());
      if (!isNationalId(nationalId) || !isPast)
        throw new MhbError('invalid-request', 'The national ID or the date of birth is not valid');
      requireGoodPassword(service.passwordPolicy, form.password);
      if (name !== null && comparable(name) !== comparable(form.name))
        throw new MhbError('card-mismatch', 'The name is not the one on the card');
      attempts.count(nationalId);
      // If the register is unavailable, no e-mail is sent, and the person has to apply again.
      examine(form, nationalId).catch(() => undefined);
      return empty(202);
    },

    'POST /v1/registrations/reminders': async (call) => {
      const { nationalId, cardNumber } = await accept(
        read<'POST /v1/registrations/reminders'>(call, cardReading),
        call,
      );
      for (const each of waiting()) {
        if (each.nationalId !== nationalId || each.cardNumber !== cardNumber) continue;
        each.ticket = newTypedTicket();
        mailTicket(each);
      }
      return empty(202);
    },

    'POST /v1/registrations/openings': (call) => {
      const { ticket } = read<'POST /v1/registrations/openings'>(call, shape({ ticket: text(64) }));
      const found = find(ticket);
      if (found.code === null || later(found.code.sentAt, CODE_PAUSE) <= clock()) {
        if (found.codesSent >= CODES_PER_TICKET)
          throw new MhbError('ticket-invalid', 'Too many codes were sent for this ticket');
        found.code = new PendingCode(clock);
        found.codesSent += 1;
        send({ channel: 'sms', to: found.form.mobile, purpose: 'code', secret: found.code.code });
      }
      return json<'POST /v1/registrations/openings'>(200, {
        person: { nationalId: maskNationalId(found.nationalId), name: maskName(found.form.name) },
        mobile: found.form.mobile.slice(-3),
        codeExpiresAt: found.code.expiresAt.toISOString(),
      });
    },

    'POST /v1/registrations/confirmations': async (call) => {
      const confirmation = read<'POST /v1/registrations/confirmations'>(
        call,
        shape({ ticket: text(64), code, card: cardReading }),
      );
      const card = await accept(confirmation.card, call);
      const found = find(confirmation.ticket);
      if (found.code === null) throw new MhbError('code-expired', 'No code was sent');
      found.code.check(confirmation.code);
      const { form, nationalId, cardNumber } = found;
      if (card.nationalId !== nationalId || card.cardNumber !== cardNumber)
        throw new MhbError('card-mismatch', 'The card differs from the one in the application');
      // Other pending applications of the same person become invalid, because there is only one account.
      applications = applications.filter((each) => each.nationalId !== nationalId);
      if (accounts.find(nationalId) !== undefined)
        throw new MhbError('ticket-invalid', 'An account was opened meanwhile');
      const { name, password, telephone, mobile, email, alternateEmail } = form;
      const contact = { telephone, mobile, email, alternateEmail: null };
      const account = accounts.add({ nationalId, cardNumber, name, password, contact });
      if (alternateEmail !== null && alternateEmail !== email)
        account.pendingAlternateEmail = announceEmail(parts, alternateEmail);
      activity.record('account.activate', account, null, 'register');
      tell(send, account.contact, 'registered');
      return empty(204);
    },
  } satisfies Handlers;
}

import type { Transporter } from 'nodemailer';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../scheduling/clock.js';
import type { MessageSender } from './message.js';

export interface SmtpOptions {
  /**
   * The mail server, for example `smtps://user:password@mail.example.tw`. With `smtp:`, the connection is
   * encrypted by STARTTLS if the server offers it.
   */
  readonly url: string;
  /** `健康存摺 <no-reply@example.tw>`. */
  readonly from: string;
}

export interface SmsOptions {
  /**
   * An endpoint that accepts `POST {"to": "09…", "text": "…"}` and returns a 2xx status when it has accepted the
   * message.
   */
  readonly url: string;
  /** The value of the `Authorization` header. */
  readonly authorization?: string;
}

const SMS_TIMEOUT = 10 * SECOND;

/** Creates a sender that sends mail by SMTP, and text messages through the operator's HTTP endpoint. */
export function createMessageSender(smtp: SmtpOptions, sms: SmsOptions): MessageSender {
  let transport: Transporter | null = null;
  return {
    async send(message) {
      if (message.channel === 'mail') {
        const { to, subject, text, html } = message;
        transport ??= (await import('nodemailer')).createTransport(smtp.url, { from: smtp.from });
        await transport.sendMail({ to, subject, text, html });
        return;
      }
      const response = await fetch(sms.url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'Content-Type': 'application/json',
          ...(sms.authorization === undefined ? {} : { Authorization: sms.authorization }),
        },
        body: JSON.stringify({ to: message.to, text: message.text }),
        signal: AbortSignal.timeout(SMS_TIMEOUT),
      });
      if (!response.ok) {
        throw new MhbError('service-unavailable', `The SMS provider answered ${response.status}`);
      }
    },
  };
}

import { randomUUID } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import type { ServiceInfo } from '@mhb-kit/core/gateway';
import { createMessageSender, type SmsOptions, type SmtpOptions } from '../messages/senders.js';
import { SECOND } from '../scheduling/clock.js';
import type { S3Options } from '../storage/s3-blob-store.js';

/** Checks the services on other machines that the gateway depends on. */

const TIMEOUT = 10 * SECOND;

/** Describes why a call failed. Node states the reason only in the error's `cause`. */
export function networkReason(error: unknown): string {
  const { cause, message } = error as Error;
  const { code, message: reason } = (cause ?? {}) as NodeJS.ErrnoException;
  return [message, code, reason].filter((each, at, all) => each && all.indexOf(each) === at).join(': ');
}

async function answerOf(
  method: 'GET' | 'HEAD',
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const options = { method, redirect: 'manual', headers, signal: AbortSignal.timeout(TIMEOUT) } as const;
  const { status, body } = await fetch(url, options).catch((error: unknown) => {
    throw new MhbError('service-unavailable', `${new URL(url).origin}: ${networkReason(error)}`);
  });
  await body?.cancel();
  return status;
}

/** Checks whether this machine can reach a server with a valid certificate at the public address. */
export async function tryPublicUrl(publicUrl: string): Promise<string> {
  // The gateway has a page at this address, but answers only GET.
  const status = await answerOf('GET', publicUrl);
  return `${publicUrl} answers with ${status}${status === 502 ? ', as a proxy does while the gateway is stopped' : ''}`;
}

/** Checks whether a gateway responds at the given host and port. */
export async function isGateway(host: string, port: number): Promise<boolean> {
  const authority = host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${authority}:${port}/v1/service`, {
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return ('loginMethods' satisfies keyof ServiceInfo) in ((await answer.json()) as object);
  } catch {
    return false;
  }
}

/** Connects to the mail server with TLS and logs in, but sends nothing. */
export async function trySmtp({ url }: SmtpOptions): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const limits = { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT };
  const transport = createTransport({ url, ...limits });
  try {
    await transport.verify();
  } catch (error) {
    throw new MhbError('service-unavailable', `${new URL(url).host}: ${networkReason(error)}`);
  } finally {
    transport.close();
  }
  return `${new URL(url).host} accepts the login`;
}

const REFUSED = new Set([401, 403]);

/**
 * Checks whether the text message provider can be reached and accepts the configured secret, but sends nothing.
 */
export async function trySms({ url, authorization }: SmsOptions): Promise<string> {
  const status = await answerOf(
    'HEAD',
    url,
    authorization === undefined ? {} : { Authorization: authorization },
  );
  if (REFUSED.has(status)) throw new MhbError('service-unavailable', `${url} answers with ${status}`);
  return `${url} can be reached; send a message with --text-to to try it`;
}

/** Writes, reads and deletes an object, as the gateway does with archives. */
export async function tryBucket(archives: S3Options): Promise<string> {
  const { openS3Blobs } = await import('../storage/s3-blob-store.js');
  const blobs = await openS3Blobs(archives);
  // The key does not start with a day, so no gateway mistakes the object for an archive.
  const key = `doctor/${randomUUID()}`;
  const bytes = Buffer.from('mhb-gateway doctor');
  await blobs.days();
  await blobs.write(
    key,
    (async function* () {
      yield bytes;
    })(),
  );
  try {
    const read: Uint8Array[] = [];
    for await (const part of blobs.read(key, 0, bytes.length)) read.push(part);
    if (!Buffer.concat(read).equals(bytes))
      throw new MhbError('service-unavailable', 'the bucket returns something other than what was stored');
  } finally {
    await blobs.delete(key);
  }
  return 'the bucket can be listed, and objects can be written, read and deleted';
}

export interface Recipients {
  readonly mailTo?: string;
  /** 09xxxxxxxx. */
  readonly textTo?: string;
}

/** Sends a real message through each channel for which a recipient is given. */
export async function sendTrials(
  { smtp, sms }: { readonly smtp: SmtpOptions; readonly sms: SmsOptions },
  { mailTo, textTo }: Recipients,
): Promise<readonly string[]> {
  const sender = createMessageSender(smtp, sms);
  const text = 'mhb-gateway doctor：測試 test';
  const sent: string[] = [];
  if (mailTo !== undefined) {
    await sender.send({ channel: 'mail', to: mailTo, subject: text, text, html: `<p>${text}</p>` });
    sent.push(`e-mail to ${mailTo}`);
  }
  if (textTo !== undefined) {
    await sender.send({ channel: 'sms', to: textTo, text });
    sent.push(`text message to ${textTo}`);
  }
  return sent;
}

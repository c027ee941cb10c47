import { createHash, createHmac } from 'node:crypto';

/**
 * The check of a bucket server whether a request is signed with its secret (AWS Signature Version 4, in the
 * `Authorization` header), written from the specification and not with the SDK that signs.
 */

const sha256 = (/** @type {import('node:crypto').BinaryLike} */ data) =>
  createHash('sha256').update(data).digest('hex');
const hmac = (/** @type {import('node:crypto').BinaryLike} */ key, /** @type {string} */ text) =>
  createHmac('sha256', key).update(text).digest();

const encode = (/** @type {string} */ text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Why the request is refused, as S3 names it; `null` if it is accepted.
 * @param {{ method?: string | undefined, url?: string | undefined, headers: import('node:http').IncomingHttpHeaders }} request
 * @param {Uint8Array} body
 * @param {{ keyId: string, secret: string }} key
 * @param {number} [now] in milliseconds
 */
export function refusalOf({ method = '', url = '/', headers }, body, { keyId, secret }, now = Date.now()) {
  const [, id, day, region, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id === undefined || day === undefined || region === undefined) return 'AccessDenied';
  if (id !== keyId) return 'InvalidAccessKeyId';
  const time = String(headers['x-amz-date']);
  const [, y, m, d, hours, minutes, seconds] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const moment = Date.parse(`${y}-${m}-${d}T${hours}:${minutes}:${seconds}Z`);
  if (!time.startsWith(day) || !(Math.abs(now - moment) < 15 * 60_000)) return 'RequestTimeTooSkewed';
  const stated = String(headers['x-amz-content-sha256']);
  if (stated !== 'UNSIGNED-PAYLOAD' && stated !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const signed = names.split(';');
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => signed.includes(name)))
    return 'AccessDenied';
  const { pathname, searchParams } = new URL(url, 'https://objects.invalid');
  const query = [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const path = pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const canonical = [
    method,
    path,
    query,
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    stated,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return hmac(signing, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

import { toBase64url } from '../encoding.js';
import { MhbError } from '../error.js';
import type { ConnectGrant, ConnectTarget } from './connect-contract.js';
import {
  purgePendingAuthorizations,
  storePendingAuthorization,
  takePendingAuthorization,
  type PendingAuthorization,
} from './pending-authorization.js';
import { defaultSessionScopes } from './login-contract.js';
import type { ProofKey } from './proof-key.js';

/**
 * The page's side of connect mode: the OAuth 2.0 authorization code flow with PKCE (RFC 7636, S256). The code
 * is bound to a key of this page (RFC 9449 §10), and the response contains `state` and `iss` (RFC 9207). The
 * address bar never shows anything but the response.
 */

/** Whether the response goes to the page that opened a popup or to the page that was redirected. */
type Way = 'popup' | 'page';

const POPUP = 'popup,width=480,height=760';
const channelOf = (state: string): BroadcastChannel => new BroadcastChannel(`mhb-connect-${state}`);

async function begin(
  baseUrl: string,
  proofKey: ProofKey,
  { clientId, redirectUri, scopes = defaultSessionScopes }: ConnectTarget,
  way: Way,
): Promise<{ readonly pending: PendingAuthorization; readonly url: string }> {
  // This call comes first, because it throws if the page has no Web Crypto.
  const thumbprint = await proofKey.thumbprint();
  const codeVerifier = random();
  const state = `${way}.${random()}`;
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: toBase64url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    dpop_jkt: thumbprint,
  });
  return {
    pending: { state, codeVerifier, clientId, redirectUri },
    url: `${baseUrl}/connect/authorize?${query}`,
  };
}

/** Returns the grant contained in a response. @throws {MhbError} `connect-refused`, `connect-failed` */
function read(answer: URL, pending: PendingAuthorization, baseUrl: string): ConnectGrant {
  const { searchParams: query } = answer;
  const code = query.get('code');
  if (query.get('state') !== pending.state || query.get('iss') !== new URL(baseUrl).origin)
    throw new MhbError('connect-failed', 'The response belongs to another request');
  if (query.get('error') === 'access_denied')
    throw new MhbError('connect-refused', 'The person did not allow it');
  if (code === null) throw new MhbError('connect-failed', 'The answer contains no code');
  const { clientId, redirectUri, codeVerifier } = pending;
  return { clientId, redirectUri, code, codeVerifier };
}

/**
 * Requests the login in a popup. Opens the window before anything else, because browsers allow popups only
 * directly in a click.
 */
export async function askInPopup(
  baseUrl: string,
  proofKey: ProofKey,
  target: ConnectTarget,
  signal?: AbortSignal,
): Promise<ConnectGrant> {
  void purgePendingAuthorizations();
  const popup = window.open('about:blank', '_blank', POPUP);
  if (popup === null) throw new MhbError('popup-blocked', 'The browser blocked the window');
  try {
    const { pending, url } = await begin(baseUrl, proofKey, target, 'popup');
    const answer = answerOn(channelOf(pending.state), signal);
    popup.location.replace(url);
    return read(new URL(await answer), pending, baseUrl);
  } catch (error) {
    popup.close();
    throw error;
  }
}

function answerOn(channel: BroadcastChannel, signal: AbortSignal | undefined): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const cancel = (): void => reject(new MhbError('cancelled', 'Connecting was cancelled'));
    if (signal?.aborted === true) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && URL.canParse(data)) resolve(data);
    };
  }).finally(() => channel.close());
}

/** Stores the data needed to handle the response, including the key, and returns the address to open. */
export async function askByRedirect(
  baseUrl: string,
  proofKey: ProofKey,
  target: ConnectTarget,
): Promise<string> {
  const { pending, url } = await begin(baseUrl, proofKey, target, 'page');
  await storePendingAuthorization({ ...pending, pair: await proofKey.pair(), since: Date.now() });
  await purgePendingAuthorizations();
  return url;
}

const isAnswer = (query: URLSearchParams, way: Way): boolean =>
  query.get('state')?.startsWith(`${way}.`) === true && (query.has('code') || query.has('error'));

/**
 * Returns the grant from this page's address, after adopting its key; `null` if the address contains none.
 * Deletes the stored data, so reloading the page finds nothing.
 */
export async function answerOfRedirect(
  baseUrl: string,
  proofKey: ProofKey,
  href: string,
): Promise<ConnectGrant | null> {
  await purgePendingAuthorizations();
  const answer = new URL(href);
  const state = answer.searchParams.get('state');
  if (state === null || !isAnswer(answer.searchParams, 'page')) return null;
  const kept = await takePendingAuthorization(state);
  if (kept === null) return null;
  const grant = read(answer, kept, baseUrl);
  proofKey.adopt(kept.pair);
  return grant;
}

/**
 * For the page at the redirect address: if this window is the popup, passes the response to the page that
 * opened the popup, and closes the window. Recognizes the popup by its address, because the gateway's page
 * severs the link to the opener.
 */
export function relayConnectAnswer(href: string = location.href): boolean {
  const { searchParams } = new URL(href);
  const state = searchParams.get('state');
  if (state === null || !isAnswer(searchParams, 'popup')) return false;
  const channel = channelOf(state);
  channel.postMessage(href);
  channel.close();
  window.close();
  return true;
}

/** 256 bits. */
const random = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

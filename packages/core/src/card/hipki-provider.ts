import { MhbError, type MhbErrorCode } from '../error.js';
import type { CardProvider, CardSession, CdcToken } from './contract.js';
import { forbidsInsecureLoopback, localNetworkPermission } from './local-network.js';
import { oneReaderSession } from './one-reader-session.js';

export interface HipkiProviderOptions {
  /**
   * Asks the person for the PIN, in an element that nothing else on the page can read. HiPKI is the only
   * component with which the PIN passes through the page, so prefer the card bridge.
   */
  readonly askPin: (signal?: AbortSignal) => Promise<string>;
  /** The address on which the component listens. */
  readonly address?: string;
}

const ADDRESS = 'http://localhost:61161';
/** Time limit for the component's window to send a message. If it sends none, the component is not installed. */
const GREETING_MS = 3500;
/** Time limit for a response. Using the card takes seconds, and the person may have to confirm. */
const ANSWER_MS = 120_000;

/**
 * Error codes for the component's `ret_code`, and for the PKCS#11 `last_error` that it reports after a failed
 * login.
 */
const RETURN_CODES: Readonly<Record<number, MhbErrorCode>> = {
  0x76000006: 'no-card',
  0x76000031: 'origin-not-allowed',
  0x7600000f: 'origin-not-allowed',
  0x7600000d: 'user-timeout',
  0x76000998: 'pin-format',
  0x76000999: 'user-cancelled',
  0x76100001: 'middleware-missing',
  0x76100003: 'no-reader',
  0x76100004: 'no-reader',
  0x7610000c: 'cert-not-found',
  0x7610000d: 'cert-not-found',
  0x76210001: 'id-mismatch',
  0x76500001: 'cert-not-yet-valid',
  0x76500002: 'cert-expired',
};
const LOGIN_FAILED = 0x76100006;
const LOGIN_ERRORS: Readonly<Record<number, MhbErrorCode>> = {
  0xa0: 'pin-incorrect',
  0xa1: 'pin-format',
  0xa2: 'pin-format',
  0xa4: 'pin-locked',
};

/**
 * Creates a provider for Chunghwa Telecom's HiPKI LocalSignServer (跨平台網頁元件), which uses the Citizen Digital
 * Certificate. The page chooses the data that the card signs, so a signature proves possession of the card
 * but not which site asked for it (assurance `cdc-origin-unbound`). The code is modeled on existing pages
 * that use the component, and has not yet been tested with the component itself.
 */
export function hipkiProvider({ askPin, address = ADDRESS }: HipkiProviderOptions): CardProvider {
  const openSession = (): CardSession =>
    oneReaderSession({ id: 'hipki', label: 'HiPKI' }, (progress) => ({
      readNhi: () => Promise.reject(new MhbError('not-nhi-card', 'HiPKI reads certificate cards only')),
      async authenticate({ nonce, signal }): Promise<CdcToken> {
        const pin = await askPin(signal);
        if (!/^\d{6,8}$/.test(pin)) throw new MhbError('pin-format');
        progress('signing');
        const answer = await ask(address, signRequest(await dataToSign(nonce), pin), signal);
        if (answer.signature === undefined || answer.certb64 === undefined) throw new MhbError('internal');
        return {
          format: 'tw-cdc:1',
          algorithm: 'RS256',
          unverifiedCertificate: answer.certb64,
          signature: answer.signature,
          producer: 'hipki',
        };
      },
    }));

  return {
    id: 'hipki',
    assurance: { nhi: null, cdc: 'cdc-origin-unbound' },
    async probe({ signal }) {
      const permission = await localNetworkPermission();
      // Opening the component's window needs no permission, only a click.
      if (permission !== 'granted' || forbidsInsecureLoopback()) return { state: 'needs-permission' };
      try {
        await fetch(`${address}/p11Image.bmp`, {
          mode: 'no-cors',
          cache: 'no-store',
          ...(signal ? { signal } : {}),
        });
        return { state: 'ready' };
      } catch {
        if (signal?.aborted === true) throw new MhbError('cancelled');
        return { state: 'not-installed' };
      }
    },
    open: () => Promise.resolve(openSession()),
  };
}

interface HipkiAnswer {
  readonly func?: string;
  readonly ret_code?: number;
  readonly last_error?: number;
  readonly signature?: string;
  readonly certb64?: string;
}

/**
 * Sends one request to the component. Every operation opens a window, which reports that it is ready,
 * receives the request, sends the response and closes itself.
 */
function ask(address: string, request: object, signal: AbortSignal | undefined): Promise<HipkiAnswer> {
  return new Promise((resolve, reject) => {
    const popup = globalThis.open(`${address}/popupForm`, 'mhb-hipki', 'popup,width=200,height=200');
    if (popup === null) {
      reject(new MhbError('popup-blocked', 'The browser did not open the HiPKI window'));
      return;
    }
    const settle = () => {
      clearTimeout(timer);
      globalThis.removeEventListener('message', receive);
      signal?.removeEventListener('abort', abort);
      popup.close();
    };
    const fail = (code: MhbErrorCode) => {
      settle();
      reject(new MhbError(code, 'HiPKI did not respond', { retriable: true }));
    };
    const abort = () => {
      fail('cancelled');
    };
    const receive = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== popup || origin !== address) return;
      const answer = parseAnswer(data);
      if (answer.func === 'getTbs') {
        clearTimeout(timer);
        timer = setTimeout(fail, ANSWER_MS, 'user-timeout');
        popup.postMessage(JSON.stringify(request), address);
      } else if (answer.ret_code !== undefined) {
        settle();
        if (answer.ret_code === 0) resolve(answer);
        else reject(hipkiError(answer));
      }
    };
    let timer = setTimeout(fail, GREETING_MS, 'component-not-installed');
    globalThis.addEventListener('message', receive);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

function parseAnswer(data: unknown): HipkiAnswer {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : data;
    return typeof value === 'object' && value !== null ? (value as HipkiAnswer) : {};
  } catch {
    return {};
  }
}

/**
 * Converts the component's error to an `MhbError`. The component sends codes as signed numbers. After a wrong
 * PIN, it sends the number of remaining attempts as a negative number.
 */
export function hipkiError({ ret_code = 0, last_error = 0 }: HipkiAnswer): MhbError {
  const code = ret_code >>> 0;
  if (code !== LOGIN_FAILED) return new MhbError(RETURN_CODES[code] ?? 'internal', 'HiPKI refused');
  const retriesLeft = last_error < 0 && last_error >= -3 ? -last_error : null;
  return retriesLeft === null
    ? new MhbError(LOGIN_ERRORS[last_error >>> 0] ?? 'internal', 'HiPKI could not log in to the card')
    : new MhbError('pin-incorrect', 'Wrong PIN', { details: { retriesLeft } });
}

const signRequest = (data: string, pin: string) => ({
  func: 'MakeSignature',
  tbs: data,
  tbsEncoding: 'base64',
  hashAlgorithm: 'SHA256',
  signatureType: 'PKCS1',
  withCardSN: 'false',
  withCert: 'true',
  nonce: '',
  pin,
});

/** Returns `SHA256(origin) || SHA256(nonce)` in Base64. */
async function dataToSign(nonce: string): Promise<string> {
  const parts = await Promise.all(
    [globalThis.location.origin, nonce].map((text) =>
      crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
    ),
  );
  return btoa(parts.map((part) => String.fromCharCode(...new Uint8Array(part))).join(''));
}

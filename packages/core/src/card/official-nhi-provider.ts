import { MhbError, toMhbError, type MhbErrorCode } from '../error.js';
import { openSocket, type WebSocketConstructor } from './bridge-channel.js';
import type { CardProvider, CardSession, NhiBasic } from './contract.js';
import { fromRocYear, isLocalDate, type LocalDate } from '../identity/index.js';
import { localNetworkPermission } from './local-network.js';
import { oneReaderSession } from './one-reader-session.js';

export interface OfficialNhiProviderOptions {
  /**
   * Addresses on which the component may listen. The defaults are first the host name that its installer maps
   * to this machine, and then the machine itself.
   */
  readonly addresses?: readonly string[];
  readonly WebSocket?: WebSocketConstructor;
  readonly timeoutMs?: number;
}

const ADDRESSES = ['wss://iccert.nhi.gov.tw:7777/echo', 'wss://localhost:7777/echo'];

/** The component's error numbers that are meaningful to the person, with their error codes. */
const ERRORS: Readonly<Record<string, MhbErrorCode>> = {
  '7001': 'no-service',
  '7002': 'no-reader',
  '7003': 'no-reader',
  '7004': 'no-card',
  '8001': 'card-removed',
  '8002': 'card-removed',
  '8006': 'not-nhi-card',
  '8010': 'bad-card-data',
  '8011': 'bad-card-data',
  '8013': 'card-removed',
};

/**
 * Time limit for a response. It need not be longer, because the component only reads a card and does not wait
 * for the person.
 */
const TIMEOUT_MS = 10_000;

/**
 * Creates a provider for the NHI's own card component (健保卡元件), which is already installed on many machines.
 * The component returns the basic data; its signed login works only with the NHI's servers. The code is
 * modeled on the component's public sample pages, and has not yet been tested with the component itself.
 */
export function officialNhiProvider(options: OfficialNhiProviderOptions = {}): CardProvider {
  const { addresses = ADDRESSES, timeoutMs = TIMEOUT_MS } = options;

  /** Sends one command on a new connection. The component responds with `Command:value` or a four-digit error. */
  const ask = (address: string, command: string, signal?: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      const WebSocketClass = options.WebSocket ?? (globalThis.WebSocket as WebSocketConstructor | undefined);
      if (WebSocketClass === undefined) {
        reject(new MhbError('component-not-installed', 'This platform has no WebSocket'));
        return;
      }
      const socket = openSocket(WebSocketClass, address, []);
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        socket.onclose = null;
        socket.onerror = null;
        socket.close();
      };
      const fail = (code: MhbErrorCode) => {
        settle();
        // Ignore the error event that occurs when a socket that never opened is closed.
        socket.onerror = () => undefined;
        reject(new MhbError(code, 'The NHI component did not respond', { retriable: true }));
      };
      const abort = () => {
        fail('cancelled');
      };
      const timer = setTimeout(fail, timeoutMs, 'component-not-installed');
      signal?.addEventListener('abort', abort, { once: true });
      socket.onerror = () => {
        fail('component-not-installed');
      };
      socket.onclose = () => {
        fail('component-not-installed');
      };
      socket.onopen = () => {
        socket.send(command);
      };
      socket.onmessage = ({ data }) => {
        settle();
        const answer = String(data);
        if (answer.startsWith(`${command}:`)) resolve(answer.slice(command.length + 1));
        else
          reject(
            new MhbError(
              ERRORS[answer.trim()] ?? 'internal',
              `The NHI component responded with ${answer.slice(0, 4)}`,
            ),
          );
      };
      if (signal?.aborted === true) abort();
    });

  const findAddress = async (signal: AbortSignal | undefined): Promise<string> => {
    for (const address of addresses) {
      try {
        await ask(address, 'GetVersion', signal);
        return address;
      } catch (error) {
        if (!(error instanceof MhbError) || error.code !== 'component-not-installed') throw error;
      }
    }
    throw new MhbError('component-not-installed', 'The NHI component does not respond', { retriable: true });
  };

  const openSession = (address: string): CardSession =>
    oneReaderSession({ id: 'official-nhi', label: '健保卡元件' }, (progress) => ({
      async readNhi({ signal }) {
        progress('reading');
        return { basic: parseBasic(await ask(address, 'GetBasic', signal)), attestation: null };
      },
      authenticate: () =>
        Promise.reject(new MhbError('middleware-missing', 'The NHI component does not sign for other sites')),
    }));

  return {
    id: 'official-nhi',
    assurance: { nhi: 'card-read', cdc: null },
    async probe({ signal }) {
      const permission = await localNetworkPermission();
      if (permission !== 'granted') return { state: permission === 'denied' ? 'denied' : 'needs-permission' };
      try {
        await findAddress(signal);
        return { state: 'ready' };
      } catch (error) {
        const { code } = toMhbError(error);
        if (code === 'cancelled') throw error;
        return { state: code === 'permission-denied' ? 'denied' : 'not-installed' };
      }
    },
    async open({ signal }) {
      return openSession(await findAddress(signal));
    },
  };
}

/** `card_no,id,name,birthday,sex,card_termination` */
function parseBasic(answer: string): NhiBasic {
  const [cardNumber = '', nationalId = '', name = '', birthday = '', sex = ''] = answer
    .split(',')
    .map((field) => field.trim());
  if (!/^\d{12}$/.test(cardNumber) || !/^[A-Z](?:\d|[A-D])\d{8}$/.test(nationalId)) {
    throw new MhbError('bad-card-data', 'The NHI component responded with something other than basic data');
  }
  return {
    cardNumber,
    name,
    nationalId,
    nameQuality: /[\ue000-\uf8ff\ufffd]/.test(name) ? 'user-defined-chars' : 'ok',
    birthDate: anyDate(birthday),
    sex: sex === 'M' || sex === 'F' ? sex : null,
    issueDate: null,
  };
}

/**
 * Parses a date in the form ROC `yyyMMdd` or Gregorian `yyyyMMdd`, with or without separators. It accepts
 * both because the sources disagree.
 */
function anyDate(text: string): LocalDate | null {
  const digits = text.replace(/\D/g, '');
  const written = Number(digits.slice(0, -4));
  const year = digits.length <= 7 ? fromRocYear(written) : written;
  const date = `${year}-${digits.slice(-4, -2)}-${digits.slice(-2)}`;
  return isLocalDate(date) ? date : null;
}

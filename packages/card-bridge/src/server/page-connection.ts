import { createHash } from 'node:crypto';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import {
  BRIDGE_CLOSE,
  NONCE_LENGTH,
  type BridgeEvent,
  type BridgeFailure,
  type BridgeRequest,
  type BridgeResponse,
  type CardProgressStep,
  type CdcToken,
  type NhiReading,
  type ReaderInfo,
} from '@mhb-kit/core/card';
import type { Logger } from 'pino';
import type { CardReaders, NhiRead } from '../pcsc/card-readers.js';
import type { RecentUses } from '../consent/recent-uses.js';
import type { Grants } from '../consent/grants.js';
import type { OpenQuestion, WindowDesk } from '../consent/window-desk.js';
import type { DeviceKey } from '../storage/device-key.js';
import { authenticate, type PinBudget } from '../pkcs11/authenticate.js';
import type { CertificateCards } from '../pkcs11/certificate-cards.js';
import type { AllowedOrigin } from './admission.js';
import { parseRequest } from './message.js';

/** The part of a connection to a page that this module needs. A WebSocket and a test can both provide it. */
export interface PageLine {
  send(frame: string): void;
  close(code: number): void;
}

export interface PageConnectionDependencies {
  readonly readers: CardReaders;
  readonly deviceKey: DeviceKey;
  readonly logger: Logger;
  readonly version: string;
  /** The certificate cards; `null` if the operator has not configured a PKCS#11 module. */
  readonly certificateCards: CertificateCards | null;
  readonly pinBudget: PinBudget;
  readonly uses: RecentUses;
  readonly grants: Grants;
  readonly desk: WindowDesk;
  /** Address of the bridge's window: `http://127.0.0.1:17788/ui`. */
  readonly windowUrl: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Maximum number of operations in progress. A person never starts this many at once. */
const MAX_RUNNING = 8;

/** The permission that the person has given this page. */
interface HeldGrant {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /**
   * The cards that were in the readers when the person gave the permission. Empty if the page presented an
   * earlier permission.
   */
  readonly cards: ReadonlySet<object>;
}

/** The bridge's side of a connection to one page, with the protocol `card-bridge.v1`. */
export class PageConnection {
  readonly #line: PageLine;
  readonly #allowed: AllowedOrigin;
  readonly #deps: PageConnectionDependencies;
  readonly #running = new Map<number, AbortController>();
  readonly #forget: () => void;
  #grant: HeldGrant | null = null;
  #lastReaders = '';

  constructor(line: PageLine, allowed: AllowedOrigin, deps: PageConnectionDependencies) {
    this.#line = line;
    this.#allowed = allowed;
    this.#deps = deps;
    this.#tell({ ev: 'hello', protocol: 1, version: deps.version, ...allowed });
    this.#tellReaders(deps.readers.list());
    this.#forget = deps.readers.onReaders((readers) => {
      this.#tellReaders(readers);
    });
  }

  receive(frame: string) {
    const request = parseRequest(frame);
    if (request === null || this.#running.has(request.id)) {
      this.#deps.logger.warn({ origin: this.#allowed.origin }, 'bad message');
      this.#line.close(BRIDGE_CLOSE.badMessage);
      return;
    }
    if (request.op !== 'cancel' && this.#running.size >= MAX_RUNNING) {
      this.#reply({ id: request.id, ok: false, error: { code: 'busy', retriable: true } });
      return;
    }
    void this.#answer(request);
  }

  /** Handles the end of the connection by canceling this page's operations in progress. */
  closed() {
    this.#forget();
    for (const controller of this.#running.values()) controller.abort();
  }

  async #answer(request: BridgeRequest) {
    const { id, op } = request;
    const controller = new AbortController();
    this.#running.set(id, controller);
    const started = performance.now();
    let code = 'ok';
    try {
      this.#reply({ id, ok: true, ...(await this.#perform(request, controller.signal)) });
    } catch (thrown) {
      const error = toMhbError(thrown);
      code = error.code;
      if (code === 'internal') this.#deps.logger.error({ op, err: error.cause ?? error }, 'unexpected');
      this.#reply({ id, ok: false, error: failure(error) });
    } finally {
      this.#running.delete(id);
      if (op === 'nhi.read' || op === 'cdc.authenticate')
        this.#deps.uses.add({ origin: this.#allowed.origin, op, code, at: this.#deps.clock() });
      this.#deps.logger.info(
        { origin: this.#allowed.origin, op, code, ms: Math.round(performance.now() - started) },
        'answered',
      );
    }
  }

  async #perform(request: BridgeRequest, signal: AbortSignal): Promise<object> {
    switch (request.op) {
      case 'readers':
        return { readers: this.#deps.readers.list() };
      case 'cancel':
        this.#running.get(request.target)?.abort();
        return {};
      case 'prove': {
        const { origin } = this.#allowed;
        const proof = await this.#deps.deviceKey.sign('bridge-proof+jwt', {
          challenge: request.challenge,
          origin,
        });
        return { proof, publicJwk: this.#deps.deviceKey.publicJwk };
      }
      case 'nhi.read':
        return this.#readNhi(request, signal);
      case 'pair':
        return { token: await this.#pair(request, signal) };
      case 'cdc.authenticate':
        return { token: await this.#authenticate(request, signal) };
    }
  }

  /** Accepts a valid token, or asks the person in the bridge's own window if there is none. */
  async #pair({ id, token }: Extract<BridgeRequest, { op: 'pair' }>, signal: AbortSignal): Promise<string> {
    const { grants, desk } = this.#deps;
    const { origin } = this.#allowed;
    const earlier = token === undefined ? null : await grants.find(token, origin);
    if (token !== undefined && earlier !== null) {
      this.#grant = { token, expiresAt: earlier.expiresAt, cards: new Set() };
      return token;
    }
    const question = desk.ask({ kind: 'consent', origin }, signal);
    this.#showQuestion(id, question);
    await question.answer;
    const cards = this.#deps.readers.present();
    this.#grant = { ...(await grants.add(origin)), cards };
    return this.#grant.token;
  }

  #showQuestion(id: number, question: OpenQuestion) {
    this.#tell({
      ev: 'progress',
      id,
      step: 'confirm-in-bridge',
      confirm: { url: `${this.#deps.windowUrl}?request=${question.id}`, code: question.code },
    });
  }

  /**
   * Signs with a certificate card. Typing the PIN below the site's name is sufficient consent, because
   * nothing is read before that.
   */
  async #authenticate(
    { id, nonce }: Extract<BridgeRequest, { op: 'cdc.authenticate' }>,
    signal: AbortSignal,
  ): Promise<CdcToken> {
    const { certificateCards: cards, desk, pinBudget: budget, version } = this.#deps;
    if (!isNonce(nonce)) throw new MhbError('nonce-too-short');
    if (cards === null) throw new MhbError('middleware-missing', 'No PKCS#11 module is configured');
    const { origin } = this.#allowed;
    const token = await authenticate({
      cards,
      desk,
      budget,
      nonce,
      signal,
      origin,
      producer: `mhb-card-bridge/${version}`,
      onQuestion: (question, follows) => {
        if (follows) this.#tell({ ev: 'progress', id, step: 'confirm-in-bridge' });
        else this.#showQuestion(id, question);
      },
      onSigning: () => {
        this.#tell({ ev: 'progress', id, step: 'signing' });
      },
      onPin: (retriesLeft) => {
        this.#tell({ ev: 'pin', retriesLeft });
      },
    });
    const signature = createHash('sha256').update(token.signature, 'base64').digest('base64url');
    const claims = { signature, origin, nonce, iat: this.#seconds() };
    return { ...token, attestation: await this.#deps.deviceKey.sign('cdc-signature+jwt', claims) };
  }

  #seconds(): number {
    return Math.floor(this.#deps.clock() / 1000);
  }

  /** @throws {MhbError} `pairing-required` */
  async #requireConsent() {
    if (this.#allowed.consent === 'enrolled') return;
    const { grants, clock } = this.#deps;
    const held = this.#grant;
    if (held !== null && (await grants.find(held.token, this.#allowed.origin)) !== null) return;
    this.#grant = null;
    // The grant has not expired but no longer exists, so the person must have withdrawn it.
    if (held !== null && clock() < held.expiresAt) this.#line.close(BRIDGE_CLOSE.revoked);
    throw new MhbError('pairing-required', 'The person has not allowed this page to read a card');
  }

  /**
   * Checks whether the permission covers this card. A person who has allowed a site to read one card has not
   * allowed it to read another person's card. A grant is valid only for the card that was in the reader when
   * the grant was given or, if there was none, the first card inserted afterward.
   * @throws {MhbError} `pairing-required`
   */
  async #requireConsentFor({ basic, presence }: NhiRead) {
    if (this.#allowed.consent === 'enrolled') return;
    const { grants } = this.#deps;
    const { token, cards } = this.#grant ?? { token: '', cards: new Set() };
    const grant = await grants.find(token, this.#allowed.origin);
    const swapped = cards.size > 0 && !cards.has(presence);
    const own = grant?.card === null && swapped ? null : await grants.use(token, grant, basic.cardNumber);
    if (own === null) {
      this.#grant = null;
      throw new MhbError('pairing-required', 'The permission was given for another card', {
        retriable: true,
      });
    }
    this.#grant = { token, cards, expiresAt: own.expiresAt };
  }

  async #readNhi(
    { id, reader, waitMs, nonce }: Extract<BridgeRequest, { op: 'nhi.read' }>,
    signal: AbortSignal,
  ): Promise<NhiReading> {
    if (nonce !== undefined && !isNonce(nonce)) throw new MhbError('nonce-too-short');
    await this.#requireConsent();
    const onProgress = (step: CardProgressStep) => {
      this.#tell({ ev: 'progress', id, step });
    };
    const read = await this.#deps.readers.readNhi({ reader, waitMs, signal, onProgress });
    await this.#requireConsentFor(read);
    const { basic } = read;
    const attestation =
      nonce === undefined
        ? null
        : await this.#deps.deviceKey.sign('nhi-reading+jwt', {
            basic,
            origin: this.#allowed.origin,
            nonce,
            iat: this.#seconds(),
          });
    return { basic, attestation };
  }

  #tellReaders(readers: readonly ReaderInfo[]) {
    const frame = JSON.stringify({ ev: 'readers', readers } satisfies BridgeEvent);
    if (frame !== this.#lastReaders) this.#line.send(frame);
    this.#lastReaders = frame;
  }

  #tell(event: BridgeEvent) {
    this.#line.send(JSON.stringify(event));
  }

  #reply(response: BridgeResponse) {
    this.#line.send(JSON.stringify(response));
  }
}

const isNonce = (nonce: string): boolean =>
  nonce.length >= NONCE_LENGTH.min && nonce.length <= NONCE_LENGTH.max && /^[\w+/=-]+$/.test(nonce);

function failure({ code, retriable, details }: MhbError): BridgeFailure {
  const { retriesLeft } = details;
  return { code, retriable, ...(typeof retriesLeft === 'number' ? { retriesLeft } : {}) };
}

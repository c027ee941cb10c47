import type { BridgeProof } from './bridge-proof.js';
import type { CardProgressStep, CdcToken, NhiReading, ReaderInfo } from './contract.js';

/**
 * `card-bridge.v1`, the protocol in which a page and the bridge exchange JSON text frames.
 * `packages/card-bridge/README.md` describes it.
 */

/** The WebSocket subprotocol. A bridge that does not support this version refuses the connection. */
export const BRIDGE_SUBPROTOCOL = 'card-bridge.v1';
/** The ports on which a page looks for the bridge, in order. The bridge uses the first free one. */
export const DEFAULT_BRIDGE_PORTS: readonly number[] = [17788, 17789, 17790];
/** Maximum length of a frame that either side accepts. */
export const BRIDGE_MAX_FRAME_BYTES = 8192;
/** Permitted number of characters in a nonce. The minimum corresponds to 256 bits in base64url. */
export const NONCE_LENGTH = { min: 43, max: 128 } as const;
/** Maximum time, in milliseconds, that a page may wait for a card. */
export const MAX_WAIT_MS = 120_000;

export type BridgeRequest =
  | { readonly id: number; readonly op: 'readers' }
  | { readonly id: number; readonly op: 'pair'; readonly token?: string }
  | {
      readonly id: number;
      readonly op: 'nhi.read';
      readonly reader?: string;
      readonly waitMs?: number;
      readonly nonce?: string;
    }
  | { readonly id: number; readonly op: 'cdc.authenticate'; readonly nonce: string; readonly reader?: string }
  | { readonly id: number; readonly op: 'prove'; readonly challenge: string }
  | { readonly id: number; readonly op: 'cancel'; readonly target: number };

/** The fields that each operation's result contains in addition to `{id, ok: true}`. */
export interface BridgeResults {
  readers: { readonly readers: readonly ReaderInfo[] };
  pair: { readonly token: string };
  'nhi.read': NhiReading;
  'cdc.authenticate': { readonly token: CdcToken };
  prove: BridgeProof;
  cancel: object;
}

export interface BridgeFailure {
  readonly code: string;
  readonly retriable: boolean;
  readonly retriesLeft?: number;
}

export type BridgeResponse =
  | { readonly id: number; readonly ok: true }
  | { readonly id: number; readonly ok: false; readonly error: BridgeFailure };

export type BridgeEvent =
  | {
      readonly ev: 'hello';
      readonly protocol: 1;
      readonly version: string;
      readonly origin: string;
      /**
       * With `ask`, the page must pair before it can read. With `enrolled`, the operator of the machine has
       * allowed the site, so no pairing is needed.
       */
      readonly consent: 'enrolled' | 'ask';
    }
  | { readonly ev: 'readers'; readonly readers: readonly ReaderInfo[] }
  | { readonly ev: 'pin'; readonly retriesLeft: number | null }
  | {
      readonly ev: 'progress';
      readonly id: number;
      readonly step: CardProgressStep;
      /** For `confirm-in-bridge`, the URL of the bridge's window, and the digits, which the window also shows. */
      readonly confirm?: { readonly url: string; readonly code: string };
    };

/** Close codes that the bridge uses (RFC 6455 §7.4.2 reserves 4000–4999 for applications). */
export const BRIDGE_CLOSE = {
  tooBig: 1009,
  restarting: 1013,
  badMessage: 4400,
  pairingTimeout: 4401,
  revoked: 4403,
  replaced: 4409,
} as const;

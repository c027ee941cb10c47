import type { BridgeProof } from './bridge-proof.js';
import type { CardProgressStep, CdcToken, NhiReading, ReaderInfo } from './contract.js';

/** `card-bridge.v1`: JSON text frames between a page and the bridge. `packages/card-bridge/README.md` tells it in words. */

/** The WebSocket subprotocol; a bridge that does not know it refuses the connection. */
export const BRIDGE_SUBPROTOCOL = 'card-bridge.v1';
/** Where a page looks for the bridge, in this order; the bridge takes the first that is free. */
export const DEFAULT_BRIDGE_PORTS: readonly number[] = [17788, 17789, 17790];
/** Longest frame either side accepts. */
export const BRIDGE_MAX_FRAME_BYTES = 8192;
/** A nonce is text of this many characters: 256 bits at least, in base64url with room to spare. */
export const NONCE_LENGTH = { min: 43, max: 128 } as const;
/** Longest wait for a card that a page may ask for, in milliseconds. */
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

/** What each operation resolves with, beside `{id, ok: true}`. */
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
      /** `ask`: pair before reading. `enrolled`: whoever runs the machine has allowed the site. */
      readonly consent: 'enrolled' | 'ask';
    }
  | { readonly ev: 'readers'; readonly readers: readonly ReaderInfo[] }
  | { readonly ev: 'pin'; readonly retriesLeft: number | null }
  | {
      readonly ev: 'progress';
      readonly id: number;
      readonly step: CardProgressStep;
      /** With `confirm-in-bridge`: the bridge's window to open, and the digits that it will show too. */
      readonly confirm?: { readonly url: string; readonly code: string };
    };

/** Close codes of the bridge (RFC 6455 §7.4.2: 4000–4999 are the application's). */
export const BRIDGE_CLOSE = {
  tooBig: 1009,
  restarting: 1013,
  badMessage: 4400,
  pairingTimeout: 4401,
  revoked: 4403,
  replaced: 4409,
} as const;

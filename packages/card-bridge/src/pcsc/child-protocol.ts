import type { PcscSnapshot } from './port.js';

/** Between the bridge and its PC/SC child process, over Node's IPC channel. */
export type ToChild =
  | { readonly call: number; readonly op: 'ping' }
  | {
      readonly call: number;
      readonly op: 'connect';
      readonly reader: string;
      /** Sent right after connecting, each when the one before was answered; each is a call of its own. */
      readonly opening: readonly { readonly call: number; readonly command: Uint8Array }[];
    }
  | {
      readonly call: number;
      readonly op: 'transmit';
      readonly connection: number;
      readonly command: Uint8Array;
    }
  | { readonly call: number; readonly op: 'disconnect'; readonly connection: number };

export type FromChild =
  | { readonly snapshot: PcscSnapshot }
  /** `null` for an opening command that was not sent: an answer before it asked for another. */
  | { readonly call: number; readonly result: number | Uint8Array | null }
  /** `returnCode` is `null` for a failure that is not PC/SC's own. */
  | { readonly call: number; readonly returnCode: number | null };

/** Driver names in the order of preference. */
export const DRIVER_NAMES = ['pcsclite', 'pcsc-mini'] as const;
export type DriverName = (typeof DRIVER_NAMES)[number];

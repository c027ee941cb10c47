import type { PcscSnapshot } from './port.js';

/** Messages between the bridge and its PC/SC child process, over Node's IPC channel. */
export type ToChild =
  | { readonly call: number; readonly op: 'ping' }
  | {
      readonly call: number;
      readonly op: 'connect';
      readonly reader: string;
      /**
       * Commands to send directly after connecting, each after the response to the previous one. Each is
       * answered as a separate call.
       */
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
  /**
   * `null` for an opening command that was not sent, because an earlier response required another command.
   */
  | { readonly call: number; readonly result: number | Uint8Array | null }
  /** `returnCode` is `null` for an error that is not from PC/SC. */
  | { readonly call: number; readonly returnCode: number | null };

/** Driver names in order of preference. */
export const DRIVER_NAMES = ['pcsclite', 'pcsc-mini'] as const;
export type DriverName = (typeof DRIVER_NAMES)[number];

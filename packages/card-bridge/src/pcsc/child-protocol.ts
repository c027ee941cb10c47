import type { PcscSnapshot } from './port.js';

/** Messages that the bridge and its PC/SC child process exchange over Node's IPC channel. */
export type ToChild =
  | { readonly call: number; readonly op: 'ping' }
  | {
      readonly call: number;
      readonly op: 'connect';
      readonly reader: string;
      /**
       * Commands to send right after connecting. Each command follows the response to the previous one and is
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
   * `result` is `null` for an opening command that was not sent, because an earlier response required another
   * command.
   */
  | { readonly call: number; readonly result: number | Uint8Array | null }
  /** `returnCode` is `null` for an error that does not come from PC/SC. */
  | { readonly call: number; readonly returnCode: number | null };

/** Driver names in order of preference. */
export const DRIVER_NAMES = ['pcsclite', 'pcsc-mini'] as const;
export type DriverName = (typeof DRIVER_NAMES)[number];

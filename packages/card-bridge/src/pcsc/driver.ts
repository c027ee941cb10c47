import type { PcscReader } from './port.js';

/**
 * A common interface for the npm bindings of PC/SC. It is used only in the child process and does not recover
 * automatically: see `monitor.ts`.
 */
export interface PcscDriver {
  connect(reader: string): Promise<DriverConnection>;
  close(): void;
}

export interface DriverConnection {
  transmit(command: Uint8Array): Promise<Uint8Array>;
  disconnect(): Promise<void>;
}

export interface DriverListener {
  /** The state of one reader, or `null` if it was removed. */
  reader(name: string, state: PcscReader | null): void;
  /** The driver can no longer be used. */
  failed(error: unknown): void;
}

/** Opens the binding; rejects with `PcscError` if the service is not running. */
export type OpenDriver = (listener: DriverListener) => PcscDriver;

/** A PC/SC call that failed with a return code. */
export class PcscError extends Error {
  readonly returnCode: number;

  constructor(returnCode: number, options?: ErrorOptions) {
    super(`PC/SC returned 0x${(returnCode >>> 0).toString(16).padStart(8, '0')}`, options);
    this.returnCode = returnCode >>> 0;
  }
}

/** Bits of a reader's state (`pcsclite.h`, SCARD_STATE_*). */
const STATE = { unavailable: 0x08, empty: 0x10, present: 0x20, exclusive: 0x80, mute: 0x200 } as const;

/** The names of virtual readers: vsmartcard's and our own. */
const VIRTUAL_READER = /^Virtual PCD\b/;

/** A reader's state, derived from the bits and the answer to reset that both bindings report. */
export function readerFromState(name: string, bits: number, atr: Uint8Array | undefined): PcscReader {
  const present = (bits & STATE.present) !== 0 && (bits & (STATE.empty | STATE.unavailable)) === 0;
  return {
    name,
    state: !present
      ? 'empty'
      : (bits & STATE.mute) !== 0
        ? 'mute'
        : (bits & STATE.exclusive) !== 0
          ? 'exclusive'
          : 'present',
    atr: present ? Buffer.from(atr ?? []).toString('hex') : '',
    simulated: VIRTUAL_READER.test(name),
  };
}

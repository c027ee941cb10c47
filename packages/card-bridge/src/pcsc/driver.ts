import type { PcscReader } from './port.js';

/**
 * A common interface for the Node.js bindings for PC/SC. Drivers are used only in the child process. They do not
 * recover from failures; `monitor.ts` opens them again.
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
  /** Receives the state of one reader, or `null` if the reader was removed. */
  reader(name: string, state: PcscReader | null): void;
  /** Reports that the driver can no longer be used. */
  failed(error: unknown): void;
}

/** Opens the binding. Throws `PcscError` if the service is not running. */
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

/** Matches the names of virtual readers, both vsmartcard's and our own. */
const VIRTUAL_READER = /^Virtual PCD\b/;

/** Derives a reader's state from the bits and the answer to reset, which both bindings report. */
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

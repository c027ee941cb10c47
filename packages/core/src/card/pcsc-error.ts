import type { MhbErrorCode } from '../error.js';

/** Error codes for the PC/SC return codes (PC/SC part 5; `pcsclite.h`) that are meaningful to the person. */
const PCSC_ERRORS: Readonly<Record<number, MhbErrorCode>> = {
  0x8010001d: 'no-service', // SCARD_E_NO_SERVICE
  0x8010001e: 'no-service', // SCARD_E_SERVICE_STOPPED
  0x80100013: 'no-service', // SCARD_F_COMM_ERROR
  0x8010002e: 'no-reader', // SCARD_E_NO_READERS_AVAILABLE
  0x80100009: 'no-reader', // SCARD_E_UNKNOWN_READER
  0x80100017: 'no-reader', // SCARD_E_READER_UNAVAILABLE
  0x8010000c: 'no-card', // SCARD_E_NO_SMARTCARD
  0x80100069: 'card-removed', // SCARD_W_REMOVED_CARD
  0x80100016: 'card-removed', // SCARD_E_NOT_TRANSACTED: the card was removed during an exchange
  0x80100003: 'card-removed', // SCARD_E_INVALID_HANDLE: the handle became invalid when the card was removed
  0x80100068: 'card-reset', // SCARD_W_RESET_CARD
  0x8010000f: 'card-reset', // SCARD_E_PROTO_MISMATCH: another program was resetting the card
  0x8010000b: 'reader-busy', // SCARD_E_SHARING_VIOLATION
  0x80100066: 'card-mute', // SCARD_W_UNRESPONSIVE_CARD
  0x80100067: 'card-mute', // SCARD_W_UNPOWERED_CARD
};

/** Returns the error code for a PC/SC return code, or `internal` if the return code is unexpected. */
export function pcscErrorCode(returnCode: number): MhbErrorCode {
  return PCSC_ERRORS[returnCode >>> 0] ?? 'internal';
}

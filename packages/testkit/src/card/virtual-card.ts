/**
 * A virtual card. It responds to command APDUs like a chip and does not depend on the transport: the same
 * card works in a page (`simulatedProvider`), in the bridge's process (`virtualPcscPort`) and behind the real
 * PC/SC daemon (`startPcscd`).
 */
export interface VirtualCard {
  /** Answer to reset (ISO 7816-3 §8). */
  readonly atr: Uint8Array;
  /** Responds to one command; never resolves for an unresponsive card. */
  readonly transmit: (command: Uint8Array) => Promise<Uint8Array>;
  /** Power-up or reset: the selected applet is forgotten. */
  readonly reset: () => void;
}

/** A status word as the two bytes that end a response. */
export const statusWord = (status: number): Uint8Array => Uint8Array.of(status >> 8, status & 0xff);

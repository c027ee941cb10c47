/**
 * A virtual card. It responds to command APDUs like a chip and does not depend on the transport, so the same card
 * works in a page (`simulatedProvider`), in the bridge's process (`virtualPcscPort`) and behind the real PC/SC
 * daemon (`startPcscd`).
 */
export interface VirtualCard {
  /** The card's answer to reset (ISO 7816-3 §8). */
  readonly atr: Uint8Array;
  /** Responds to one command. For an unresponsive card, the promise never resolves. */
  readonly transmit: (command: Uint8Array) => Promise<Uint8Array>;
  /** Powers the card up or resets it, so that no applet is selected any longer. */
  readonly reset: () => void;
}

/** Returns a status word as the two bytes that end a response. */
export const statusWord = (status: number): Uint8Array => Uint8Array.of(status >> 8, status & 0xff);

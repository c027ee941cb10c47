import { MhbError } from '../error.js';

/**
 * Sends one command APDU to a card and resolves to the complete response, including the status word (ISO
 * 7816-4 §5).
 */
export type Transmit = (command: Uint8Array) => Promise<Uint8Array>;

export interface CardAnswer {
  readonly data: Uint8Array;
  /** SW1 and SW2 as one number, which is `0x9000` for success. */
  readonly status: number;
}

export const SUCCESS = 0x9000;

/**
 * Maximum number of parts of a response. No card splits these short responses into more parts, so a longer
 * chain means that the card is faulty.
 */
const MAX_GET_RESPONSE = 8;

/**
 * Sends one command and handles the two special cases of ISO 7816-4 §5.3.4 for T=0 cards. After `61xx`,
 * fetches the response with GET RESPONSE; after `6Cxx`, repeats the command with Le = xx.
 * @throws {MhbError} `card-removed` if the response has no status word, which happens when the card is
 *   removed during the exchange
 */
export async function exchange(transmit: Transmit, command: Uint8Array): Promise<CardAnswer> {
  let answer = split(await transmit(command));
  if (answer.status >> 8 === 0x6c) {
    answer = split(await transmit(Uint8Array.of(...command, answer.status & 0xff)));
  }
  const parts = [...answer.data];
  for (let count = 0; answer.status >> 8 === 0x61 && count < MAX_GET_RESPONSE; count++) {
    answer = split(await transmit(Uint8Array.of(0x00, 0xc0, 0x00, 0x00, answer.status & 0xff)));
    parts.push(...answer.data);
  }
  return { data: Uint8Array.from(parts), status: answer.status };
}

function split(answer: Uint8Array): CardAnswer {
  const [sw1, sw2] = answer.subarray(-2);
  if (sw1 === undefined || sw2 === undefined) {
    throw new MhbError('card-removed', 'The card’s response has no status word');
  }
  return { data: answer.slice(0, -2), status: (sw1 << 8) | sw2 };
}

import { MhbError } from '../error.js';
import { exchange, SUCCESS, type Transmit } from './apdu.js';
import { NHI_BASIC_LENGTH } from './nhi-basic.js';

/** The SELECT command for the NHI applet, whose AID is `D1 58 00 00 01 … 11 00` (16 bytes). */
export const SELECT_NHI_APPLET = Uint8Array.of(
  ...[0x00, 0xa4, 0x04, 0x00, 0x10],
  ...[0xd1, 0x58, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x11, 0x00],
);

/**
 * The GET DATA command for the basic data. This is the only block that an NHI card returns without a security
 * module.
 */
export const GET_NHI_BASIC = Uint8Array.of(0x00, 0xca, 0x11, 0x00, 0x02, 0x00, 0x00);

/** The commands that {@link nhiReadScript} sends, unless a response requires another command in between. */
export const NHI_OPENING: readonly Uint8Array[] = [SELECT_NHI_APPLET, GET_NHI_BASIC];

/**
 * Status word for incorrect P1-P2, which health professionals' cards and security modules return. Repeating
 * the command does not help.
 */
const WRONG_PARAMETERS = 0x6a86;

/**
 * Reads the 57 bytes of basic data from an NHI card of any generation.
 *
 * Only old cards need SELECT. A new card refuses it (`6D00`) but still responds to GET DATA, so only the
 * response to GET DATA matters. Just after a card is inserted, the first attempt may fail, so this function
 * repeats it once.
 * @throws {MhbError} `not-nhi-card`, `bad-card-data`, `card-removed`, and any error that `transmit` throws
 */
export async function nhiReadScript(transmit: Transmit): Promise<Uint8Array> {
  const first = await selectAndRead(transmit);
  const { data, status } =
    isComplete(first) || first.status === WRONG_PARAMETERS ? first : await selectAndRead(transmit);
  if (status !== SUCCESS) {
    throw new MhbError('not-nhi-card', 'The card refuses to return the NHI basic data', {
      details: { status: status.toString(16).padStart(4, '0') },
    });
  }
  if (data.length !== NHI_BASIC_LENGTH) {
    throw new MhbError('bad-card-data', 'The basic data has the wrong length', {
      details: { length: data.length },
    });
  }
  return data;
}

async function selectAndRead(transmit: Transmit) {
  await exchange(transmit, SELECT_NHI_APPLET);
  return exchange(transmit, GET_NHI_BASIC);
}

const isComplete = ({ data, status }: { data: Uint8Array; status: number }): boolean =>
  status === SUCCESS && data.length === NHI_BASIC_LENGTH;

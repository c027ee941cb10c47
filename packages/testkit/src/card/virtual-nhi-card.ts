import {
  GET_NHI_BASIC,
  NHI_BASIC_FIELDS,
  NHI_BASIC_LENGTH,
  SELECT_NHI_APPLET,
  type NhiBasic,
} from '@mhb-kit/core/card';
import { formatRocCompact } from '@mhb-kit/core/identity';
import { encodeBig5 } from './big5-encoding.js';
import { statusWord, type VirtualCard } from './virtual-card.js';

/** The holder of a card, who is always invented. */
export type CardHolder = Omit<NhiBasic, 'nameQuality'>;

/** Wang Xiaoming, an invented holder for tests in which the holder does not matter. */
export const anyHolder: CardHolder = {
  cardNumber: '000012345678',
  name: '王小明',
  nationalId: 'A123456789',
  birthDate: '1980-01-02',
  sex: 'M',
  issueDate: '2020-11-30',
};

export interface VirtualNhiCardOptions {
  /**
   * How the card behaves:
   * - `generation-1` (default): refuses to read before SELECT
   * - `generation-2`: refuses SELECT (`6D00`), but can still be read
   * - `t0`: speaks T=0, so that the response has to be fetched (`61 39`)
   * - `wrong-length`: speaks T=0 and insists on Le (`6C 39`)
   * - `flaky`: fails the first read after power-up, like some real cards
   * - `health-professional`: is a 醫事人員卡, which has no basic data (`6A86`)
   * - `damaged`: returns a block that can be read but is not basic data
   * - `cut-off`: returns an empty response to the read command
   * - `mute`: never responds
   */
  readonly behaviour?:
    | 'generation-1'
    | 'generation-2'
    | 't0'
    | 'wrong-length'
    | 'flaky'
    | 'health-professional'
    | 'damaged'
    | 'cut-off'
    | 'mute';
  /** How long each response takes, in milliseconds. Defaults to 0. */
  readonly delayMs?: number;
  /**
   * Called before each response so that a test can remove the card. `count` is the number of the response since
   * power-up.
   */
  readonly beforeAnswer?: (count: number) => void | Promise<void>;
}

/** Invented answers to reset. `80 80 01` offers T=0 and T=1, and a card without a TD1 speaks only T=0. */
const ATR_T1 = Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01);
const ATR_T0 = Uint8Array.of(0x3b, 0x02, 0x4d, 0x48);
const ATR_HEALTH_PROFESSIONAL = Uint8Array.of(0x3b, 0x03, 0x48, 0x50, 0x43);

const SUCCESS = statusWord(0x9000);
const CONDITIONS_NOT_SATISFIED = statusWord(0x6985);
const WRONG_PARAMETERS = statusWord(0x6a86);
const FILE_NOT_FOUND = statusWord(0x6a82);
const UNKNOWN_INSTRUCTION = statusWord(0x6d00);

/** Creates an NHI card with an invented holder and one of the behaviors observed on real cards. */
export function virtualNhiCard(holder: CardHolder, options: VirtualNhiCardOptions = {}): VirtualCard {
  const { behaviour = 'generation-1', delayMs = 0, beforeAnswer } = options;
  const block = behaviour === 'damaged' ? new Uint8Array(NHI_BASIC_LENGTH).fill(0xff) : nhiBasicBlock(holder);
  let selected = behaviour === 'generation-2';
  let waiting: Uint8Array | null = null;
  let answers = 0;
  let reads = 0;

  const readBlock = (command: Uint8Array): Uint8Array => {
    reads += 1;
    if (behaviour === 'health-professional') return WRONG_PARAMETERS;
    if (!selected || (behaviour === 'flaky' && reads === 1)) return CONDITIONS_NOT_SATISFIED;
    if (behaviour === 'cut-off') return new Uint8Array();
    if (behaviour === 't0') {
      waiting = block;
      return statusWord(0x6100 | block.length);
    }
    if (behaviour === 'wrong-length' && command.at(-1) !== block.length) {
      return statusWord(0x6c00 | block.length);
    }
    return Uint8Array.of(...block, ...SUCCESS);
  };

  const answer = (command: Uint8Array): Uint8Array => {
    if (equals(command, SELECT_NHI_APPLET)) {
      if (behaviour === 'generation-2') return UNKNOWN_INSTRUCTION;
      if (behaviour === 'health-professional') return FILE_NOT_FOUND;
      selected = true;
      return SUCCESS;
    }
    if (equals(command.subarray(0, GET_NHI_BASIC.length), GET_NHI_BASIC)) return readBlock(command);
    if (command[1] === 0xc0 && waiting !== null) {
      const data = waiting;
      waiting = null;
      return Uint8Array.of(...data, ...SUCCESS);
    }
    return UNKNOWN_INSTRUCTION;
  };

  return {
    atr:
      behaviour === 'health-professional'
        ? ATR_HEALTH_PROFESSIONAL
        : behaviour === 't0' || behaviour === 'wrong-length'
          ? ATR_T0
          : ATR_T1,
    reset() {
      selected = behaviour === 'generation-2';
      waiting = null;
      answers = 0;
      reads = 0;
    },
    async transmit(command) {
      answers += 1;
      await beforeAnswer?.(answers);
      if (behaviour === 'mute') return new Promise<never>(() => undefined);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      return answer(command);
    },
  };
}

/** Returns the 57 bytes of basic data for a holder. The name is truncated to 20 bytes, as on real cards. */
export function nhiBasicBlock(holder: CardHolder): Uint8Array {
  const block = new Uint8Array(NHI_BASIC_LENGTH);
  const put = (field: keyof typeof NHI_BASIC_FIELDS, bytes: Uint8Array) => {
    const [from, to] = NHI_BASIC_FIELDS[field];
    block.set(bytes.subarray(0, to - from), from);
  };
  const ascii = (text: string) => new TextEncoder().encode(text);
  const rocDate = (date: string | null) => ascii(date === null ? '' : formatRocCompact(date));
  put('cardNumber', ascii(holder.cardNumber));
  put('name', encodeBig5(holder.name));
  put('nationalId', ascii(holder.nationalId));
  put('birthDate', rocDate(holder.birthDate));
  put('sex', ascii(holder.sex ?? ''));
  put('issueDate', rocDate(holder.issueDate));
  return block;
}

const equals = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);

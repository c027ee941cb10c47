import { CODE_ORDER, DISTANCE_CODES, LENGTH_CODES } from './inflate-codes';
import { INPUT, OUTPUT, OUTPUT_SIZE } from './memory';

/** Inflate (RFC 1951), interruptible between symbols: the host fills INPUT and empties OUTPUT when asked. */

/** Return values of `inflateRun`: what it needs, that it has finished, or that the data are invalid. */
const NEED_INPUT: i32 = 0;
const NEED_OUTPUT: i32 = 1;
const DONE: i32 = 2;
const BROKEN: i32 = 3;

const BLOCK_HEADER: i32 = 0;
const STORED: i32 = 1;
const SYMBOLS: i32 = 2;
const FINISHED: i32 = 3;

/** The longest dynamic header: 14 + 19 × 3 + 316 × 14 bits. */
const HEADER_ROOM: i32 = 600;
/** Maximum number of bytes that one iteration of the symbol loop reads ahead. */
const SYMBOL_ROOM: i32 = 32;
const LONGEST_MATCH: i32 = 258;

// A table entry: value << 16 | kind << 8 | bits. The kind is the number of extra bits for a length or a distance.
const LITERAL: u32 = 0x10;
const END: u32 = 0x20;
const LINK: u32 = 0x40;
const INVALID: u32 = 0x80;

const LENGTH_ROOT: i32 = 11;
const DISTANCE_ROOT: i32 = 9;
/**
 * Space for the largest tables that 288 and 32 codes of at most 15 bits can produce with these root sizes.
 */
const LENGTH_TABLE: usize = memory.data(4096 * 4, 16);
const DISTANCE_TABLE: usize = memory.data(2048 * 4, 16);
const CODE_TABLE: usize = memory.data(128 * 4, 16);
const CODE_ROOT: i32 = 7;

/** Lengths of the codes, one byte each: literals and lengths first, then distances. */
const LENGTHS: usize = memory.data(320, 16);
const SORTED: usize = memory.data(320 * 2, 16);
const COUNTS: usize = memory.data(16 * 2, 16);
const OFFSETS: usize = memory.data(16 * 2, 16);

let state: i32 = BLOCK_HEADER;
let isLast: bool = false;
let storedLeft: i32 = 0;
let input: usize = INPUT;
let inputEnd: usize = INPUT;
let output: usize = OUTPUT;
let bits: u64 = 0;
let bitCount: i32 = 0;
let lengthRoot: i32 = 0;
let distanceRoot: i32 = 0;

export function inflateStart(): void {
  state = BLOCK_HEADER;
  isLast = false;
  bits = 0;
  bitCount = 0;
  input = INPUT;
  inputEnd = INPUT;
  output = OUTPUT;
}

/** Number of bytes that are ready at OUTPUT. */
export function inflateReady(): i32 {
  return (output - OUTPUT) as i32;
}

/**
 * Number of bytes of INPUT that have been consumed. The host puts the rest in front of the next chunk. Whole
 * bytes that were only read ahead do not count as consumed.
 */
export function inflateUsed(): i32 {
  giveBack();
  return (input - INPUT) as i32;
}

function giveBack(): void {
  input -= bitCount >> 3;
  bitCount &= 7;
  bits &= ((1 as u64) << bitCount) - 1;
}

/**
 * Continues with `length` bytes at INPUT. OUTPUT contains the last `history` bytes of earlier output.
 * `isFinal` means that no more input follows.
 */
export function inflateRun(length: i32, history: i32, isFinal: bool): i32 {
  input = INPUT;
  inputEnd = INPUT + length;
  output = OUTPUT + history;
  // Reading ahead finds zeros here. The position check below reports them as an error.
  store<u64>(inputEnd, 0);
  store<u64>(inputEnd, 0, 8);
  store<u64>(inputEnd, 0, 16);
  store<u64>(inputEnd, 0, 24);
  while (state !== FINISHED) {
    let result: i32;
    if (state === BLOCK_HEADER) {
      if (!isFinal && ((inputEnd - input) as i32) < HEADER_ROOM) return NEED_INPUT;
      result = blockHeader();
      if (position() > inputEnd) result = BROKEN;
      if (result === BROKEN) return BROKEN;
      continue;
    }
    result = state === STORED ? stored(isFinal) : symbols(isFinal);
    if (result !== DONE) return result;
    if (position() > inputEnd) return BROKEN;
    state = isLast ? FINISHED : BLOCK_HEADER;
  }
  return DONE;
}

function position(): usize {
  return input - (bitCount >> 3);
}

function refill(): void {
  bits |= load<u64>(input) << bitCount;
  input += (63 - bitCount) >> 3;
  bitCount |= 56;
}

function take(count: i32): i32 {
  const value = (bits & (((1 as u64) << count) - 1)) as i32;
  bits >>= count;
  bitCount -= count;
  return value;
}

function blockHeader(): i32 {
  refill();
  isLast = take(1) === 1;
  const type = take(2);
  if (type === 0) {
    take(bitCount & 7);
    giveBack();
    if (input + 4 > inputEnd) return BROKEN;
    storedLeft = load<u16>(input) as i32;
    if ((storedLeft ^ (load<u16>(input, 2) as i32)) !== 0xffff) return BROKEN;
    input += 4;
    state = STORED;
    return DONE;
  }
  if (type === 3) return BROKEN;
  state = SYMBOLS;
  return type === 1 ? fixedTables() : dynamicTables();
}

function fixedTables(): i32 {
  memory.fill(LENGTHS, 8, 144);
  memory.fill(LENGTHS + 144, 9, 112);
  memory.fill(LENGTHS + 256, 7, 24);
  memory.fill(LENGTHS + 280, 8, 8);
  memory.fill(LENGTHS + 288, 5, 32);
  lengthRoot = makeTable(LENGTHS, 288, LENGTH_TABLE, LENGTH_ROOT, 1);
  distanceRoot = makeTable(LENGTHS + 288, 32, DISTANCE_TABLE, DISTANCE_ROOT, 2);
  return DONE;
}

function dynamicTables(): i32 {
  const lengthCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const codeCount = take(4) + 4;
  if (lengthCount > 286 || distanceCount > 30) return BROKEN;
  memory.fill(LENGTHS, 0, 19);
  for (let index = 0; index < codeCount; index++) {
    refill();
    store<u8>(LENGTHS + load<u8>(CODE_ORDER + index), take(3) as u8);
  }
  const codeRoot = makeTable(LENGTHS, 19, CODE_TABLE, CODE_ROOT, 0);
  if (codeRoot < 0) return BROKEN;
  const total = lengthCount + distanceCount;
  for (let at = 0; at < total;) {
    refill();
    const entry = load<u32>(CODE_TABLE + (((bits & ((1 << codeRoot) - 1)) as usize) << 2));
    if (entry & (INVALID << 8)) return BROKEN;
    take(entry & 0xff);
    const symbol = (entry >> 16) as i32;
    if (symbol < 16) {
      store<u8>(LENGTHS + at, symbol as u8);
      at++;
      continue;
    }
    if (symbol === 16 && at === 0) return BROKEN;
    const value: u8 = symbol === 16 ? load<u8>(LENGTHS + at - 1) : 0;
    const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
    if (at + times > total) return BROKEN;
    memory.fill(LENGTHS + at, value, times);
    at += times;
  }
  // A block without an end-of-block code is invalid.
  if (load<u8>(LENGTHS + 256) === 0) return BROKEN;
  lengthRoot = makeTable(LENGTHS, lengthCount, LENGTH_TABLE, LENGTH_ROOT, 1);
  distanceRoot = makeTable(LENGTHS + lengthCount, distanceCount, DISTANCE_TABLE, DISTANCE_ROOT, 2);
  return lengthRoot < 0 || distanceRoot < 0 ? BROKEN : DONE;
}

/** What a symbol means, without its bit count. Kinds: 0 code lengths, 1 literals and lengths, 2 distances. */
function meaning(symbol: i32, kind: i32): u32 {
  if (kind === 0) return (symbol as u32) << 16;
  if (kind === 1) {
    if (symbol < 256) return ((symbol as u32) << 16) | (LITERAL << 8);
    if (symbol === 256) return END << 8;
    if (symbol > 285) return INVALID << 8;
    const code = load<u32>(LENGTH_CODES + ((symbol - 257) << 2));
    return ((code >> 8) << 16) | ((code & 0xff) << 8);
  }
  if (symbol > 29) return INVALID << 8;
  const code = load<u32>(DISTANCE_CODES + (symbol << 2));
  return ((code >> 8) << 16) | ((code & 0xff) << 8);
}

/**
 * Builds a decoding table for canonical codes (3.2.2): the first step uses `root` bits, and longer codes
 * continue in a second table. Returns the number of root bits, or -1 if the lengths do not describe a valid
 * code.
 */
function makeTable(lengths: usize, count: i32, table: usize, maxRoot: i32, kind: i32): i32 {
  memory.fill(COUNTS, 0, 32);
  for (let symbol = 0; symbol < count; symbol++) {
    const at = COUNTS + ((load<u8>(lengths + symbol) as usize) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  let longest = 15;
  while (longest > 0 && load<u16>(COUNTS + (longest << 1)) === 0) longest--;
  if (longest === 0) {
    // An empty set of distance codes is allowed, because it only matters if a distance occurs.
    if (kind !== 2) return -1;
    store<u32>(table, (INVALID << 8) | 1);
    store<u32>(table, (INVALID << 8) | 1, 4);
    return 1;
  }
  let left = 1;
  for (let length = 1; length <= 15; length++) {
    left = (left << 1) - (load<u16>(COUNTS + (length << 1)) as i32);
    if (left < 0) return -1;
  }
  // An incomplete code is invalid, except a single code of one bit (3.2.7).
  if (left > 0 && (kind === 0 || longest !== 1)) return -1;

  let offset = 0;
  for (let length = 1; length <= 15; length++) {
    store<u16>(OFFSETS + (length << 1), offset as u16);
    offset += load<u16>(COUNTS + (length << 1)) as i32;
  }
  for (let symbol = 0; symbol < count; symbol++) {
    const length = load<u8>(lengths + symbol) as usize;
    if (length === 0) continue;
    const at = OFFSETS + (length << 1);
    store<u16>(SORTED + ((load<u16>(at) as usize) << 1), symbol as u16);
    store<u16>(at, load<u16>(at) + 1);
  }

  const root = min(maxRoot, longest);
  const rootMask = (1 << root) - 1;
  for (let at = 0; at <= rootMask; at++) store<u32>(table + (at << 2), (INVALID << 8) | 1);
  let code = 0; // bit-reversed, as in the input
  let sub = table; // start of the current second table
  let subBits = 0;
  let subPrefix = -1;
  let next = table + ((rootMask + 1) << 2);
  for (let index = 0; index < offset; index++) {
    const symbol = load<u16>(SORTED + (index << 1)) as i32;
    const length = load<u8>(lengths + symbol) as i32;
    const entry = meaning(symbol, kind);
    if (length <= root) {
      for (let at = code; at <= rootMask; at += 1 << length) store<u32>(table + (at << 2), entry | length);
    } else {
      if ((code & rootMask) !== subPrefix) {
        subPrefix = code & rootMask;
        subBits = length - root;
        // As many bits as the codes with this prefix need.
        let room = 1 << subBits;
        while (subBits + root < longest) {
          room -= load<u16>(COUNTS + ((subBits + root) << 1)) as i32;
          if (room <= 0) break;
          subBits++;
          room <<= 1;
        }
        sub = next;
        next += (1 << subBits) << 2;
        store<u32>(
          table + (subPrefix << 2),
          ((((sub - table) >> 2) as u32) << 16) | ((LINK | subBits) << 8) | root,
        );
      }
      for (let at = code >> root; at < 1 << subBits; at += 1 << (length - root)) {
        store<u32>(sub + (at << 2), entry | (length - root));
      }
    }
    // The next code of this length, incremented from the highest bit of a reversed number.
    store<u16>(COUNTS + (length << 1), load<u16>(COUNTS + (length << 1)) - 1);
    let bit = 1 << (length - 1);
    while (code & bit) bit >>= 1;
    code = bit === 0 ? 0 : (code & (bit - 1)) | bit;
  }
  return root;
}

function stored(isFinal: bool): i32 {
  while (storedLeft > 0) {
    const length = min(storedLeft, min((inputEnd - input) as i32, (OUTPUT + OUTPUT_SIZE - output) as i32));
    if (length === 0) {
      if (output === OUTPUT + OUTPUT_SIZE) return NEED_OUTPUT;
      return isFinal ? BROKEN : NEED_INPUT;
    }
    memory.copy(output, input, length);
    input += length;
    output += length;
    storedLeft -= length;
  }
  return DONE;
}

/** The main loop: decodes literals and matches until the block or a buffer ends. */
function symbols(isFinal: bool): i32 {
  // Local variables, so that they stay in registers.
  let hold = bits;
  let count = bitCount;
  let from = input;
  let to = output;
  const inputLimit = isFinal ? inputEnd + 8 : inputEnd - SYMBOL_ROOM;
  const outputLimit = OUTPUT + OUTPUT_SIZE - LONGEST_MATCH - 2;
  const lengthMask = ((1 << lengthRoot) - 1) as u64;
  const distanceMask = ((1 << distanceRoot) - 1) as u64;
  let result = DONE;

  for (;;) {
    if (from > inputLimit) {
      result = isFinal ? BROKEN : NEED_INPUT;
      break;
    }
    if (to > outputLimit) {
      result = NEED_OUTPUT;
      break;
    }
    hold |= load<u64>(from) << count;
    from += (63 - count) >> 3;
    count |= 56;

    let entry = load<u32>(LENGTH_TABLE + (((hold & lengthMask) as usize) << 2));
    if (entry & (LITERAL << 8)) {
      // Three literals of at most 11 bits leave enough bits for the link, the length and the extra bits of a
      // fourth symbol.
      hold >>= entry & 0xff;
      count -= entry & 0xff;
      store<u8>(to++, (entry >> 16) as u8);
      entry = load<u32>(LENGTH_TABLE + (((hold & lengthMask) as usize) << 2));
      if (entry & (LITERAL << 8)) {
        hold >>= entry & 0xff;
        count -= entry & 0xff;
        store<u8>(to++, (entry >> 16) as u8);
        entry = load<u32>(LENGTH_TABLE + (((hold & lengthMask) as usize) << 2));
        if (entry & (LITERAL << 8)) {
          hold >>= entry & 0xff;
          count -= entry & 0xff;
          store<u8>(to++, (entry >> 16) as u8);
          continue;
        }
      }
    }
    if (entry & (LINK << 8)) {
      hold >>= entry & 0xff;
      count -= entry & 0xff;
      const mask = ((1 as u64) << ((entry >> 8) & 0xf)) - 1;
      entry = load<u32>(LENGTH_TABLE + ((((entry >> 16) as usize) + ((hold & mask) as usize)) << 2));
    }
    hold >>= entry & 0xff;
    count -= entry & 0xff;
    if (entry & ((LITERAL | END | INVALID) << 8)) {
      if (entry & (LITERAL << 8)) {
        store<u8>(to++, (entry >> 16) as u8);
        continue;
      }
      if (entry & (INVALID << 8)) result = BROKEN;
      break;
    }
    let extra = (entry >> 8) & 0xf;
    const length = ((entry >> 16) as i32) + ((hold & (((1 as u64) << extra) - 1)) as i32);
    hold >>= extra;
    count -= extra;

    hold |= load<u64>(from) << count;
    from += (63 - count) >> 3;
    count |= 56;

    entry = load<u32>(DISTANCE_TABLE + (((hold & distanceMask) as usize) << 2));
    if (entry & (LINK << 8)) {
      hold >>= entry & 0xff;
      count -= entry & 0xff;
      const mask = ((1 as u64) << ((entry >> 8) & 0xf)) - 1;
      entry = load<u32>(DISTANCE_TABLE + ((((entry >> 16) as usize) + ((hold & mask) as usize)) << 2));
    }
    if (entry & (INVALID << 8)) {
      result = BROKEN;
      break;
    }
    hold >>= entry & 0xff;
    count -= entry & 0xff;
    extra = (entry >> 8) & 0xf;
    const distance = ((entry >> 16) as usize) + ((hold & (((1 as u64) << extra) - 1)) as usize);
    hold >>= extra;
    count -= extra;
    if (to - distance < OUTPUT) {
      result = BROKEN;
      break;
    }
    copyMatch(to, distance, length);
    to += length;
  }
  bits = hold;
  bitCount = count;
  input = from;
  output = to;
  return result;
}

/** A copy may write up to 15 bytes beyond its end; the next symbol overwrites them. */
function copyMatch(to: usize, distance: usize, length: i32): void {
  let from = to - distance;
  const end = to + length;
  if (distance >= 16) {
    do {
      v128.store(to, v128.load(from));
      to += 16;
      from += 16;
    } while (to < end);
  } else if (distance >= 8) {
    do {
      store<u64>(to, load<u64>(from));
      to += 8;
      from += 8;
    } while (to < end);
  } else if (distance === 1) {
    memory.fill(to, load<u8>(from), length);
  } else {
    do {
      store<u8>(to++, load<u8>(from++));
    } while (to < end);
  }
}

import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * Builds ZIP archives field by field, valid and invalid ones. It shares no code with the product, so that one
 * cannot hide the other's mistakes.
 */

export type Encryption = 'none' | 'zipcrypto' | { readonly bits: 128 | 192 | 256; readonly version: 1 | 2 };

/** Header fields that a case can set to wrong values. */
export interface HeaderFields {
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly size?: number;
  readonly name?: Buffer;
  readonly extra?: Buffer;
  readonly offset?: number;
  readonly disk?: number;
}

export interface EntrySpec {
  readonly name: string | Buffer;
  readonly content?: Buffer;
  readonly method?: number;
  readonly encryption?: Encryption;
  readonly password?: string | Buffer;
  /** Sets bit 11; by default if the name is a string with characters beyond ASCII. */
  readonly utf8?: boolean;
  readonly flags?: number;
  readonly descriptor?: 'none' | 'signed' | 'unsigned';
  /** Writes sizes and offset in Zip64 fields even though they are small. */
  readonly zip64?: boolean;
  /** Replaces the content after compression. */
  readonly compressed?: Buffer;
  /** Changes the stored data of the entry, after encryption. */
  readonly damage?: (data: Buffer) => Buffer;
  /** Last byte of the ZipCrypto header, if it should not be the correct one. */
  readonly checkByte?: number;
  readonly extra?: Buffer;
  readonly madeBy?: number;
  readonly externalAttributes?: number;
  readonly local?: HeaderFields;
  readonly central?: HeaderFields;
}

export interface ArchiveSpec {
  readonly prefix?: Buffer;
  /** Whether offsets include the prefix, as in a proper self-extracting archive. */
  readonly offsetsCountPrefix?: boolean;
  readonly comment?: Buffer;
  readonly trailing?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly afterDirectory?: Buffer;
  readonly zip64End?: boolean;
  readonly zip64Fields?: { readonly count?: number; readonly offset?: number; readonly disks?: number };
  readonly end?: {
    readonly disk?: number;
    readonly count?: number;
    readonly countHere?: number;
    readonly size?: number;
    readonly offset?: number;
    readonly commentLength?: number;
  };
  /** The directory's order, by index. */
  readonly order?: readonly number[];
}

const number =
  (width: 1 | 2 | 4 | 8) =>
  (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes.subarray(0, width);
  };
export const u8 = number(1);
export const u16 = number(2);
export const u32 = number(4);
export const u64 = number(8);

export const extraField = (id: number, data: Buffer): Buffer =>
  Buffer.concat([u16(id), u16(data.length), data]);

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
const crcStep = (crc: number, byte: number): number =>
  ((TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;

class ZipCryptoKeys {
  #keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890];

  constructor(password: Buffer) {
    for (const byte of password) this.#update(byte);
  }

  #update(byte: number): void {
    this.#keys[0] = crcStep(this.#keys[0], byte);
    this.#keys[1] = (Math.imul((this.#keys[1] + (this.#keys[0] & 0xff)) | 0, 134775813) + 1) >>> 0;
    this.#keys[2] = crcStep(this.#keys[2], this.#keys[1] >>> 24);
  }

  #stream(): number {
    const mask = (this.#keys[2] | 2) & 0xffff;
    return ((mask * (mask ^ 1)) >>> 8) & 0xff;
  }

  encrypt(plain: Buffer): Buffer {
    return Buffer.from(
      plain.map((byte) => {
        const locked = byte ^ this.#stream();
        this.#update(byte);
        return locked;
      }),
    );
  }

  decrypt(locked: Buffer): Buffer {
    return Buffer.from(
      locked.map((byte) => {
        const plain = byte ^ this.#stream();
        this.#update(plain);
        return plain;
      }),
    );
  }
}

export const zipCryptoDecrypt = (password: string, locked: Buffer): Buffer =>
  new ZipCryptoKeys(Buffer.from(password)).decrypt(locked);

/** Bytes that look random and are the same every time. */
export const noise = (length: number, seed = 'noise'): Buffer =>
  createCipheriv('aes-128-ctr', createHash('md5').update(seed).digest(), Buffer.alloc(16)).update(
    Buffer.alloc(length),
  );

/** Key, authentication key and verifier. */
export function aesKeys(password: Buffer, salt: Buffer, bits: number) {
  const length = bits / 8;
  const derived = pbkdf2Sync(password, salt, 1000, 2 * length + 2, 'sha1');
  return {
    key: derived.subarray(0, length),
    mac: derived.subarray(length, 2 * length),
    verifier: derived.subarray(2 * length),
  };
}

function encryptAes(plain: Buffer, password: Buffer, bits: 128 | 192 | 256): Buffer {
  const salt = noise(bits / 16, `salt ${plain.length} ${bits}`);
  const { key, mac, verifier } = aesKeys(password, salt, bits);
  const blocks = Buffer.alloc(Math.ceil(plain.length / 16) * 16);
  for (let block = 0; block * 16 < blocks.length; block++) blocks.writeUInt32LE(block + 1, block * 16);
  const stream = createCipheriv(`aes-${bits}-ecb`, key, null).update(blocks);
  const locked = Buffer.from(plain.map((byte, index) => byte ^ (stream[index] ?? 0)));
  const code = createHmac('sha1', mac).update(locked).digest().subarray(0, 10);
  return Buffer.concat([salt, verifier, locked, code]);
}

interface Placed {
  readonly local: Buffer;
  readonly central: (offset: number) => Buffer;
}

/** 2015-05-27 10:30:00. */
const DOS_TIME = (10 << 11) | (30 << 5);
const DOS_DATE = ((2015 - 1980) << 9) | (5 << 5) | 27;

function place(spec: EntrySpec): Placed {
  const content = spec.content ?? Buffer.alloc(0);
  const encryption = spec.encryption ?? 'none';
  const method = spec.method ?? 8;
  const descriptor = spec.descriptor ?? 'none';
  const name = Buffer.isBuffer(spec.name) ? spec.name : Buffer.from(spec.name);
  const utf8 = spec.utf8 ?? (!Buffer.isBuffer(spec.name) && name.length !== spec.name.length);
  const password = Buffer.from(spec.password ?? 'secret');
  const compressed = spec.compressed ?? (method === 8 ? deflateRawSync(content) : content);
  const crc = crc32(content);
  const flags =
    (spec.flags ?? 0) |
    (encryption === 'none' ? 0 : 1) |
    (descriptor === 'none' ? 0 : 8) |
    (utf8 ? 0x800 : 0);
  let data = compressed;
  let aesExtra: Buffer = Buffer.alloc(0);
  if (encryption === 'zipcrypto') {
    const check = spec.checkByte ?? (descriptor === 'none' ? crc >>> 24 : DOS_TIME >>> 8);
    const header = Buffer.concat([noise(11, 'header'), u8(check)]);
    data = new ZipCryptoKeys(password).encrypt(Buffer.concat([header, compressed]));
  } else if (encryption !== 'none') {
    data = encryptAes(compressed, password, encryption.bits);
    aesExtra = extraField(
      0x9901,
      Buffer.concat([u16(encryption.version), Buffer.from('AE'), u8(encryption.bits / 64 - 1), u16(method)]),
    );
  }
  const isAes = typeof encryption === 'object';
  const storedCrc = isAes && encryption.version === 2 ? 0 : crc;
  const truth = {
    flags,
    method: isAes ? 99 : method,
    crc: storedCrc,
    compressedSize: data.length,
    size: content.length,
    name,
  };
  if (spec.damage !== undefined) data = spec.damage(Buffer.from(data));

  const wide = spec.zip64 === true;
  const later = descriptor !== 'none';
  const extra = Buffer.concat([spec.extra ?? Buffer.alloc(0), aesExtra]);
  const localZip64 = wide
    ? extraField(1, Buffer.concat([u64(truth.size), u64(truth.compressedSize)]))
    : Buffer.alloc(0);
  const local = {
    ...truth,
    ...(later ? { crc: 0, compressedSize: 0, size: 0 } : {}),
    ...(wide ? { compressedSize: 0xffffffff, size: 0xffffffff } : {}),
    extra: Buffer.concat([localZip64, extra]),
    ...spec.local,
  };
  const sizeWidth = wide ? u64 : u32;
  const tail = later
    ? Buffer.concat([
        descriptor === 'signed' ? u32(0x08074b50) : Buffer.alloc(0),
        u32(truth.crc),
        sizeWidth(truth.compressedSize),
        sizeWidth(truth.size),
      ])
    : Buffer.alloc(0);
  return {
    local: Buffer.concat([
      u32(0x04034b50),
      u16(isAes ? 51 : wide ? 45 : 20),
      u16(local.flags),
      u16(local.method),
      u16(DOS_TIME),
      u16(DOS_DATE),
      u32(local.crc),
      u32(local.compressedSize),
      u32(local.size),
      u16(local.name.length),
      u16(local.extra.length),
      local.name,
      local.extra,
      data,
      tail,
    ]),
    central: (offset) => {
      const zip64 = wide
        ? extraField(1, Buffer.concat([u64(truth.size), u64(truth.compressedSize), u64(offset)]))
        : Buffer.alloc(0);
      const fields = {
        ...truth,
        ...(wide ? { compressedSize: 0xffffffff, size: 0xffffffff } : {}),
        offset: wide ? 0xffffffff : offset,
        disk: 0,
        extra: Buffer.concat([zip64, extra]),
        ...spec.central,
      };
      return Buffer.concat([
        u32(0x02014b50),
        u16(spec.madeBy ?? 0x031e),
        u16(isAes ? 51 : wide ? 45 : 20),
        u16(fields.flags),
        u16(fields.method),
        u16(DOS_TIME),
        u16(DOS_DATE),
        u32(fields.crc),
        u32(fields.compressedSize),
        u32(fields.size),
        u16(fields.name.length),
        u16(fields.extra.length),
        u16(0),
        u16(fields.disk),
        u16(0),
        u32(spec.externalAttributes ?? 0o100644 * 0x10000),
        u32(fields.offset),
        fields.name,
        fields.extra,
      ]);
    },
  };
}

export function buildZip(entries: readonly EntrySpec[], spec: ArchiveSpec = {}): Buffer {
  const prefix = spec.prefix ?? Buffer.alloc(0);
  const base = spec.offsetsCountPrefix === true ? prefix.length : 0;
  const placed = entries.map(place);
  const locals: Buffer[] = [];
  const offsets: number[] = [];
  let offset = base;
  for (const { local } of placed) {
    offsets.push(offset);
    locals.push(local);
    offset += local.length;
  }
  const before = spec.beforeDirectory ?? Buffer.alloc(0);
  const directoryOffset = offset + before.length;
  const order = spec.order ?? placed.map((_, index) => index);
  const directory = Buffer.concat(
    order.map((index) => placed[index]?.central(offsets[index] ?? 0) ?? Buffer.alloc(0)),
  );
  const after = spec.afterDirectory ?? Buffer.alloc(0);
  const count = order.length;
  const wide = spec.zip64End === true;
  const zip64 = wide
    ? Buffer.concat([
        u32(0x06064b50),
        u64(44),
        u16(45),
        u16(45),
        u32(0),
        u32(0),
        u64(spec.zip64Fields?.count ?? count),
        u64(spec.zip64Fields?.count ?? count),
        u64(directory.length),
        u64(spec.zip64Fields?.offset ?? directoryOffset),
        u32(0x07064b50),
        u32(0),
        u64(directoryOffset + directory.length + after.length),
        u32(spec.zip64Fields?.disks ?? 1),
      ])
    : Buffer.alloc(0);
  const comment = spec.comment ?? Buffer.alloc(0);
  const end = spec.end ?? {};
  return Buffer.concat([
    prefix,
    ...locals,
    before,
    directory,
    after,
    zip64,
    u32(0x06054b50),
    u16(end.disk ?? 0),
    u16(end.disk ?? 0),
    u16(end.countHere ?? end.count ?? (wide ? 0xffff : count)),
    u16(end.count ?? (wide ? 0xffff : count)),
    u32(end.size ?? (wide ? 0xffffffff : directory.length)),
    u32(end.offset ?? (wide ? 0xffffffff : directoryOffset)),
    u16(end.commentLength ?? comment.length),
    comment,
    spec.trailing ?? Buffer.alloc(0),
  ]);
}

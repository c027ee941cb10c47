import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, constants } from 'node:zlib';
import {
  aesKeys,
  buildZip,
  extraField,
  noise,
  u16,
  u32,
  u64,
  u8,
  zipCryptoDecrypt,
  type ArchiveSpec,
  type Encryption,
  type EntrySpec,
} from './zip-builder.js';
import type { ConformanceCase, ExpectedEntry } from './run-case.mjs';

/** Archives that must be opened, and archives that must be refused. Each case names what it tests. */

const text = Buffer.from('健康存摺：門診資料，共 3 筆。\n'.repeat(40));
const small = Buffer.from('hello, 健康存摺\n');
const PASSWORD = 'A123456789';
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const shown = (encryption: Encryption): string =>
  typeof encryption === 'object' ? `AES-${encryption.bits} AE-${encryption.version}` : encryption;

const cases: ConformanceCase[] = [];
const add = (name: string, archive: Buffer, expected: Omit<ConformanceCase, 'name' | 'archive'>): void => {
  cases.push({ name, archive: archive.toString('base64'), ...expected });
};

interface Good extends EntrySpec {
  readonly expect?: Partial<ExpectedEntry>;
}

/** Entries that must be unchanged after reading, unless a case expects otherwise. */
const opens = (
  name: string,
  entries: readonly Good[],
  spec: ArchiveSpec = {},
  more: Partial<ConformanceCase> = {},
): void => {
  const locked = entries.some(({ encryption = 'none' }) => encryption !== 'none');
  const order = spec.order ?? entries.map((_, index) => index);
  add(
    name,
    buildZip(
      entries.map((entry) => ({ password: PASSWORD, ...entry })),
      spec,
    ),
    {
      ...(locked ? { password: PASSWORD } : {}),
      entries: order.map((index) => {
        const entry = entries[index];
        const shownName = Buffer.isBuffer(entry?.name) ? entry.name.toString() : (entry?.name ?? '');
        const content = sha256(entry?.content ?? Buffer.alloc(0));
        return {
          name: shownName,
          ...(entry?.expect?.error === undefined ? { sha256: content } : {}),
          ...entry?.expect,
        };
      }),
      ...more,
    },
  );
};

const fails = (name: string, entry: Partial<EntrySpec>, error: string, spec: ArchiveSpec = {}): void => {
  opens(name, [{ name: 'a.txt', content: text, ...entry, expect: { error } }], spec);
};

const refuses = (
  name: string,
  archive: Buffer,
  openError: string,
  more: Partial<ConformanceCase> = {},
): void => {
  add(name, archive, { openError, ...more });
};

const locks: readonly Encryption[] = [
  'none',
  'zipcrypto',
  ...([128, 192, 256] as const).flatMap((bits) => ([1, 2] as const).map((version) => ({ bits, version }))),
];
const AES: Encryption = { bits: 256, version: 2 };
const AE1: Encryption = { bits: 256, version: 1 };

// --- every encryption, compression and way to state the sizes
for (const encryption of locks) {
  for (const method of [0, 8]) {
    for (const descriptor of ['none', 'signed', 'unsigned'] as const) {
      opens(`${shown(encryption)}, method ${method}, data descriptor ${descriptor}`, [
        { name: 'a.txt', content: text, encryption, method, descriptor },
        { name: 'b.txt', content: small, encryption, method, descriptor },
      ]);
    }
    opens(`${shown(encryption)}, method ${method}, Zip64 fields`, [
      { name: 'a.txt', content: text, encryption, method, zip64: true },
    ]);
  }
}

// --- contents
const contents: Record<string, Buffer> = {
  'no bytes': Buffer.alloc(0),
  'one byte': Buffer.from('x'),
  '127 bytes': noise(127),
  '65,536 bytes that do not compress': noise(65_536),
  '300,001 zeros': Buffer.alloc(300_001),
};
for (const [what, content] of Object.entries(contents)) {
  for (const encryption of ['none', 'zipcrypto', AES, AE1] as const) {
    opens(`${what}, ${shown(encryption)}`, [{ name: 'a.bin', content, encryption }]);
  }
}

// --- kinds of deflate blocks
const mixed = Buffer.concat([text, noise(40_000), Buffer.alloc(70_000, 'abc'), text]);
const flavours: Record<string, Parameters<typeof deflateRawSync>[1]> = {
  'stored blocks': { level: 0 },
  'fixed codes': { strategy: constants.Z_FIXED },
  'codes without matches': { strategy: constants.Z_HUFFMAN_ONLY },
  'runs only': { strategy: constants.Z_RLE },
  'a window of 512 bytes': { windowBits: 9 },
  'the longest search': { level: 9, memLevel: 9 },
  'many small blocks': { memLevel: 1 },
};
for (const [what, options] of Object.entries(flavours)) {
  opens(`Deflate with ${what}`, [
    { name: 'a.bin', content: mixed, compressed: deflateRawSync(mixed, options), encryption: AES },
  ]);
}

// --- names
const big5 = Buffer.from('b0b7b1646673baa62e747874', 'hex');
opens('Name with the UTF-8 flag', [
  { name: '健康存摺.txt', content: small, expect: { nameEncoding: 'utf-8' } },
]);
opens('Name in UTF-8 without the flag', [
  { name: '健康存摺.txt', utf8: false, content: small, expect: { nameEncoding: 'utf-8' } },
]);
opens('Name in Big5, as the portal writes it', [
  {
    name: Buffer.from('b0b7b164a673ba502e68746d6c', 'hex'),
    content: small,
    expect: { name: '健康存摺.html', nameEncoding: 'cp950' },
  },
]);
opens('Name in Big5 with a backslash as second byte (功)', [
  {
    name: Buffer.from('a55c2e747874', 'hex'),
    content: small,
    expect: { name: '功.txt', nameEncoding: 'cp950' },
  },
]);
opens('Name in Big5 beside ASCII', [
  {
    name: Buffer.from('4d48425fb0b7b1645f312e6a736f6e', 'hex'),
    content: small,
    expect: { name: 'MHB_健康_1.json', nameEncoding: 'cp950' },
  },
]);
opens('Name in code page 437', [
  {
    name: Buffer.from('5072816664a4.txt'.replace('.txt', '2e747874'), 'hex'),
    content: small,
    expect: { name: 'Prüfdñ.txt', nameEncoding: 'cp437' },
  },
]);
opens('Name that no multibyte code page has', [
  {
    name: Buffer.from('80ff2e747874', 'hex'),
    content: small,
    expect: { name: 'Ç\u00a0.txt', nameEncoding: 'cp437' },
  },
]);
const unicodePath = (raw: Buffer, name: string, crc = crc32(raw)): Buffer =>
  extraField(0x7075, Buffer.concat([u8(1), u32(crc), Buffer.from(name)]));
opens('Unicode path field', [
  {
    name: big5,
    extra: unicodePath(big5, '真.txt'),
    content: small,
    expect: { name: '真.txt', nameEncoding: 'unicode-path' },
  },
]);
opens('Unicode path field of another name is ignored', [
  { name: 'a.txt', extra: unicodePath(Buffer.from('b.txt'), '假.txt'), content: small },
]);
opens('Unicode path field that is not UTF-8 is ignored', [
  {
    name: 'a.txt',
    extra: extraField(0x7075, Buffer.concat([u8(1), u32(crc32('a.txt')), Buffer.from([0xff])])),
    content: small,
  },
]);
opens('UTF-8 flag on a name that is not UTF-8', [
  {
    name: Buffer.from('b0b7b1642e747874', 'hex'),
    utf8: true,
    content: small,
    expect: { name: '健康.txt', nameEncoding: 'cp950' },
  },
]);
opens('The same name in Big5 and, by the local header, in UTF-8', [
  {
    name: Buffer.from('b0b7b1642e747874', 'hex'),
    content: small,
    local: { name: Buffer.from('健康.txt'), flags: 0x800 },
    expect: { name: '健康.txt' },
  },
]);
opens('Folders, by name and by attributes', [
  { name: 'd/', method: 0, expect: { isDirectory: true } },
  { name: 'e', method: 0, externalAttributes: 0x10, madeBy: 0x0014, expect: { isDirectory: true } },
  { name: 'd/a.txt', content: small, expect: { isDirectory: false } },
]);
opens('An encrypted folder needs no password to be read', [
  { name: 'd/', method: 0, flags: 1, expect: { isDirectory: true } },
]);

const unsafe: readonly (readonly [string, string | Buffer, readonly string[], Partial<Good>?])[] = [
  ['an absolute path', '/etc/passwd', ['absolute']],
  ['a parent', '../a.txt', ['parent']],
  ['a parent in the middle', 'a/../../b.txt', ['parent']],
  ['a parent behind a backslash', '..\\a.txt', ['parent', 'backslash']],
  ['a backslash', 'a\\b.txt', ['backslash']],
  ['a network path', '\\\\host\\share', ['absolute', 'backslash', 'empty']],
  ['a drive', 'C:/a.txt', ['drive']],
  ['a stream of a file', 'a.txt:b', ['reserved']],
  ['a NUL', 'a.txt\0.exe', ['control']],
  ['a line break', 'a\nb.txt', ['control']],
  ['a change of text direction', 'a\u202Etxt.exe', ['bidi']],
  ['nothing', '', ['empty']],
  ['an empty part', 'a//b.txt', ['empty']],
  ['a dot part', './a.txt', ['empty']],
  ['a device', 'NUL.txt', ['reserved']],
  ['a device in a folder', 'a/com1', ['reserved']],
  ['a dot at the end', 'a.txt.', ['reserved']],
  ['a space at the end of a part', 'a /b.txt', ['reserved']],
  ['a wildcard', 'a*.txt', ['reserved']],
];
for (const [what, name, problems] of unsafe) {
  opens(`Name with ${what}`, [{ name, content: small, expect: { problems: [...problems] } }]);
}
opens('The same name twice', [
  { name: 'a.txt', content: small, expect: { problems: ['duplicate'] } },
  { name: 'a.txt', content: text, expect: { problems: ['duplicate'] } },
]);
opens('Names that differ in case', [
  { name: 'A.txt', content: small, expect: { problems: ['case-twin'] } },
  { name: 'a.TXT', content: text, expect: { problems: ['case-twin'] } },
]);
opens('Names that differ in Unicode form', [
  { name: 'é.txt', content: small, expect: { problems: ['case-twin'] } },
  { name: 'e\u0301.txt', content: text, expect: { problems: ['case-twin'] } },
]);
opens('A file and a folder of the same name', [
  { name: 'a', content: small, expect: { problems: ['case-twin'] } },
  { name: 'a/', method: 0, expect: { problems: ['case-twin'] } },
]);
opens('A symbolic link', [
  {
    name: 'a',
    content: Buffer.from('/etc/passwd'),
    externalAttributes: 0o120777 * 0x10000,
    expect: { problems: ['link'] },
  },
]);
opens('A reparse point', [
  { name: 'a', content: small, madeBy: 0x0014, externalAttributes: 0x400, expect: { problems: ['link'] } },
]);

// --- data around the entries
const two: readonly Good[] = [
  { name: 'a.txt', content: text, encryption: AES },
  { name: 'b.txt', content: small, encryption: 'zipcrypto' },
];
opens('An empty archive', []);
opens('A program before the archive, offsets from the archive', two, { prefix: noise(5000) });
opens('A program before the archive, offsets from the file', two, {
  prefix: noise(5000),
  offsetsCountPrefix: true,
});
opens('A program before a Zip64 archive', two, { prefix: noise(5000), zip64End: true });
opens('The mark of a one-part split archive in front', two, {
  prefix: Buffer.from('PK00'),
  offsetsCountPrefix: true,
});
opens('A whole archive before the archive', two, {
  prefix: buildZip([{ name: 'false.txt', content: small }]),
});
opens('Other data after the archive', two, { trailing: noise(300) });
opens('A comment', two, { comment: Buffer.from('健康存摺') });
opens('A comment of the maximum length', two, { comment: Buffer.alloc(65_535, 'c') });
opens('A comment that contains an end record', two, {
  comment: Buffer.concat([Buffer.from('see '), u32(0x06054b50), Buffer.alloc(30)]),
});
opens('A comment that is a whole archive', two, {
  comment: buildZip([{ name: 'a.txt', content: text }]).subarray(0, -1),
});
opens('Zip64 end records on a small archive', two, { zip64End: true });
opens('A digital signature after the directory', two, {
  afterDirectory: Buffer.concat([u32(0x05054b50), u16(4), Buffer.from('sign')]),
  end: {
    size:
      buildZip(two.map((entry) => ({ password: PASSWORD, ...entry }))).length - 22 - 0 - sizeOfLocals() + 10,
  },
});
opens('Entries in a different order from the directory', two, { order: [1, 0] });
opens('An entry that is missing from the directory', two, { order: [1] });
opens('A gap between the entries and the directory', two, { beforeDirectory: noise(100) });
opens('Padding in the extra field, as zipalign writes it', [
  { name: 'a.txt', content: small, method: 0, extra: Buffer.alloc(3) },
]);
opens('An extra field that extends beyond its end', [
  { name: 'a.txt', content: small, extra: Buffer.concat([u16(0x1234), u16(500), Buffer.from('x')]) },
]);
opens(
  'Three hundred entries',
  Array.from({ length: 300 }, (_, index) => ({ name: `${index}.txt`, content: small })),
);
opens('Encrypted and unencrypted entries in one archive', [...two, { name: 'c.txt', content: small }]);

// --- incorrect, but unambiguous
for (const size of [0, 1, 50, 5_000]) {
  opens(`The end record gives ${size} as the size of the directory`, two, { end: { size } });
}
for (const offset of [0, 5, 5_000, 0xffffffff]) {
  opens(`The end record gives ${offset} as the offset of the directory`, two, { end: { offset } });
}
opens('A gap before the directory that its offset does not include', two, {
  beforeDirectory: noise(20),
  end: { offset: sizeOfLocals() },
});
opens('A gap between the directory and the end record', two, { afterDirectory: noise(20) });
opens('An end record that counts fewer entries on its own disk, the only one', two, {
  end: { countHere: 1, count: 2 },
});
opens('An end record without a disk number', two, { end: { disk: 0xffff } });
opens('An entry that starts on a disk other than the only one', [
  { name: 'a.txt', content: text, central: { disk: 1 } },
]);
opens('Zip64 end records and an end record with other values', two, {
  zip64End: true,
  end: { count: 0, size: 0, offset: 0 },
});
for (const encryption of ['none', 'zipcrypto', AES] as const) {
  opens(`A local header without checksum and sizes, ${shown(encryption)}`, [
    {
      name: 'a.txt',
      content: text,
      encryption,
      local: { crc: 0, compressedSize: 0, size: 0 },
    },
  ]);
}
opens('A local header with both sizes in Zip64 of which one is full', [
  {
    name: 'a.txt',
    content: text,
    method: 0,
    local: {
      compressedSize: 0xffffffff,
      extra: extraField(1, Buffer.concat([u64(text.length), u64(text.length)])),
    },
  },
]);
opens('A local name with the other kind of slashes', [
  { name: 'a/b.txt', content: text, local: { name: Buffer.from('a\\b.txt') } },
]);
opens('Times that do not exist', [
  {
    name: 'a.txt',
    content: text,
    extra: Buffer.concat([
      extraField(0x000a, Buffer.concat([u32(0), u16(1), u16(24), Buffer.alloc(24, 0xff)])),
      extraField(0x5455, Buffer.from([0])),
    ]),
  },
]);

function sizeOfLocals(): number {
  const archive = buildZip(two.map((entry) => ({ password: PASSWORD, ...entry })));
  return archive.readUInt32LE(archive.length - 6);
}

// --- passwords
opens(
  'Password in Chinese, as UTF-8',
  [{ name: 'a.txt', content: text, encryption: AES, password: '密碼' }],
  {},
  { password: '密碼' },
);
opens(
  'Password in Chinese, as Big5, AES',
  [{ name: 'a.txt', content: text, encryption: AES, password: Buffer.from('b14bbd58', 'hex') }],
  {},
  { password: '密碼' },
);
opens(
  'Password in Chinese, as Big5, ZipCrypto',
  [{ name: 'a.txt', content: text, encryption: 'zipcrypto', password: Buffer.from('b14bbd58', 'hex') }],
  {},
  { password: '密碼' },
);
opens(
  'Password as bytes',
  [{ name: 'a.txt', content: text, encryption: AES, password: Buffer.from([0xff, 0, 1]) }],
  {},
  { password: [0xff, 0, 1] },
);
for (const encryption of [AES, 'zipcrypto'] as const) {
  opens(
    `Password of no characters, ${shown(encryption)}`,
    [{ name: 'a.txt', content: text, encryption, password: '' }],
    {},
    { password: '' },
  );
  for (const [page, bytes] of [
    ['Latin-1', 'fc6df6'],
    ['code page 437', '816d94'],
  ] as const) {
    opens(
      `Password with umlauts, as ${page}, ${shown(encryption)}`,
      [{ name: 'a.txt', content: text, encryption, password: Buffer.from(bytes, 'hex') }],
      {},
      { password: 'ümö' },
    );
  }
}
const long = 'p'.repeat(100);
for (const encryption of [AES, 'zipcrypto'] as const) {
  opens(
    `Password longer than a hash block, ${shown(encryption)}`,
    [{ name: 'a.txt', content: text, encryption, password: long }],
    {},
    { password: long },
  );
}
for (const encryption of locks.filter((each) => each !== 'none')) {
  add(
    `No password, ${shown(encryption)}`,
    buildZip([{ name: 'a.txt', content: text, encryption, password: PASSWORD }]),
    {
      entries: [{ name: 'a.txt', error: 'password-required' }],
    },
  );
  add(
    `Wrong password, ${shown(encryption)}`,
    buildZip([{ name: 'a.txt', content: text, encryption, password: PASSWORD }]),
    {
      password: 'a123456789',
      lateError: 'wrong-password',
      entries: [],
    },
  );
}

/** A wrong password whose check byte matches. */
function falseFriend(archive: Buffer, check: number): string {
  const nameLength = archive.readUInt16LE(26);
  const header = archive.subarray(30 + nameLength, 42 + nameLength);
  for (let attempt = 0; ; attempt++) {
    if (zipCryptoDecrypt(`wrong${attempt}`, header)[11] === check) return `wrong${attempt}`;
  }
}
for (const method of [0, 8]) {
  for (const content of [small, mixed]) {
    const archive = buildZip([
      { name: 'a.txt', content, method, encryption: 'zipcrypto', password: PASSWORD },
    ]);
    add(
      `Wrong password whose check byte fits, ZipCrypto, method ${method}, ${content.length} bytes`,
      archive,
      {
        password: falseFriend(archive, crc32(content) >>> 24),
        lateError: 'wrong-password',
        entries: [],
      },
    );
  }
}
for (const method of [0, 8]) {
  for (const version of [1, 2] as const) {
    const encryption = { bits: 256, version } as const;
    const archive = buildZip([
      {
        name: 'a.txt',
        content: mixed,
        method,
        encryption,
        password: PASSWORD,
        // This wrong password is made the one in 65,536 that passes the check.
        damage: (data) => {
          aesKeys(Buffer.from('wrong'), data.subarray(0, 16), 256).verifier.copy(data, 16);
          return data;
        },
      },
    ]);
    add(`Wrong password whose verifier fits, AE-${version}, method ${method}`, archive, {
      password: 'wrong',
      lateError: 'wrong-password',
      entries: [],
    });
  }
}
opens('ZipCrypto check byte from the time without a data descriptor', [
  { name: 'a.txt', content: text, encryption: 'zipcrypto', checkByte: ((10 << 11) >> 8) | ((30 << 5) >> 8) },
]);
opens('ZipCrypto check byte from the checksum with a data descriptor', [
  {
    name: 'a.txt',
    content: text,
    encryption: 'zipcrypto',
    descriptor: 'signed',
    checkByte: crc32(text) >>> 24,
  },
]);

// --- damage: content that fails its check is an error and never returned
const flip = (index: number) => (data: Buffer) => {
  const at = index < 0 ? data.length + index : index;
  data[at] = (data[at] ?? 0) ^ 1;
  return data;
};
fails('A flipped bit in stored data', { method: 0, damage: flip(20) }, 'archive-corrupt');
fails('A flipped bit in deflated data', { content: mixed, damage: flip(20_000) }, 'archive-corrupt');
for (const encryption of locks.filter((each) => each !== 'none')) {
  fails(
    `A flipped bit in the middle, ${shown(encryption)}`,
    { content: mixed, encryption, damage: flip(20_000) },
    'archive-corrupt',
  );
}
for (const encryption of locks.filter((each) => typeof each === 'object')) {
  fails(
    `A flipped bit in the authentication code, ${shown(encryption)}`,
    { encryption, damage: flip(-1) },
    'archive-corrupt',
  );
}
fails(
  'Stored text encrypted with AES, damaged',
  { method: 0, encryption: AES, damage: flip(-20) },
  'archive-corrupt',
);
add(
  'A flipped bit in the salt has the effect of a wrong password',
  buildZip([{ name: 'a.txt', content: text, encryption: AES, password: PASSWORD, damage: flip(0) }]),
  { password: PASSWORD, lateError: 'wrong-password', entries: [] },
);
opens('One damaged entry does not affect the other', [
  { name: 'a.txt', content: mixed, encryption: AES, damage: flip(-1), expect: { error: 'archive-corrupt' } },
  { name: 'b.txt', content: small, encryption: AES },
]);
fails(
  'Wrong checksum in both headers',
  { method: 0, local: { crc: 1 }, central: { crc: 1 } },
  'archive-corrupt',
);
fails('Wrong checksum, AE-1', { encryption: AE1, local: { crc: 1 }, central: { crc: 1 } }, 'archive-corrupt');
opens('AE-2 with a checksum that is not zero', [
  { name: 'a.txt', content: text, encryption: AES, local: { crc: 7 }, central: { crc: 7 } },
]);
fails(
  'A deflate stream that is truncated',
  { compressed: deflateRawSync(mixed).subarray(0, 30_000), content: mixed },
  'archive-corrupt',
);
fails(
  'Data after the deflate stream',
  { compressed: Buffer.concat([deflateRawSync(text), noise(50)]) },
  'archive-corrupt',
);
fails(
  'Data after the deflate stream, encrypted',
  {
    encryption: AES,
    compressed: Buffer.concat([deflateRawSync(text), noise(50)]),
  },
  'archive-corrupt',
);
for (const [what, bytes] of [
  ['a block of type 3', '07'],
  ['lengths of a stored block that do not agree', '0105000000'],
  ['a match that reaches before the beginning', '6301'],
  ['no bytes', ''],
] as const) {
  fails(`Deflate: ${what}`, { compressed: Buffer.from(bytes, 'hex') }, 'archive-corrupt');
}

// --- false statements
const shorter = { size: text.length - 1 };
const longer = { size: text.length + 1 };
for (const encryption of ['none', 'zipcrypto', AES] as const) {
  fails(
    `More content than declared, ${shown(encryption)}`,
    { encryption, local: shorter, central: shorter },
    'archive-size-disagrees',
  );
  fails(
    `Less content than declared, ${shown(encryption)}`,
    { encryption, local: longer, central: longer },
    'archive-size-disagrees',
  );
  fails(
    `Stored content of another size than declared, ${shown(encryption)}`,
    {
      encryption,
      method: 0,
      local: longer,
      central: longer,
    },
    'archive-size-disagrees',
  );
}
for (const [what, local] of Object.entries({
  size: { size: 1 },
  'compressed size': { compressedSize: 1 },
  checksum: { crc: 1 },
  method: { method: 0 },
  encryption: { flags: 1 },
  name: { name: Buffer.from('b.txt') },
})) {
  fails(`The local header states a different ${what}`, { local }, 'archive-headers-disagree');
}
// Info-ZIP, writing to a pipe, puts the time in place of the checksum; the sizes are what was known then.
for (const encryption of ['none', 'zipcrypto', AES] as const) {
  for (const descriptor of ['signed', 'unsigned'] as const) {
    opens(
      `Local checksum and sizes that say nothing before a data descriptor, ${shown(encryption)}, ${descriptor}`,
      [
        {
          name: 'a.txt',
          content: text,
          encryption,
          descriptor,
          local: { crc: 0x53c0_0000, compressedSize: 7, size: 8 },
        },
      ],
    );
  }
}
const lies = (name: string, entry: Partial<EntrySpec>): void => {
  opens(
    name,
    [{ name: 'a.txt', content: text, ...entry }],
    {},
    { password: PASSWORD, lateError: 'archive-headers-disagree' },
  );
};
lies('The local header states another AES strength', {
  encryption: AES,
  local: { extra: extraField(0x9901, Buffer.concat([u16(2), Buffer.from('AE'), u8(1), u16(8)])) },
});
lies('The local header hides another compression behind AES', {
  encryption: AES,
  local: { extra: extraField(0x9901, Buffer.concat([u16(2), Buffer.from('AE'), u8(3), u16(0)])) },
});
lies('The local header states no encryption, the directory does', {
  encryption: 'zipcrypto',
  local: { flags: 0 },
});
opens('A password fits although one entry lies', [
  {
    name: 'a.txt',
    content: small,
    encryption: AES,
    local: { flags: 0 },
    expect: { error: 'archive-headers-disagree' },
  },
  { name: 'b.txt', content: text, encryption: AES },
]);
refuses(
  'Two entries with the same data',
  buildZip([
    { name: 'a.txt', content: text, method: 0 },
    { name: 'b.txt', content: text, method: 0, central: { offset: 0 } },
  ]),
  'archive-entries-overlap',
);
refuses(
  'An entry within another',
  buildZip([
    { name: 'a.txt', content: buildZip([{ name: 'b.txt', content: text }]), method: 0 },
    { name: 'b.txt', content: text, central: { offset: 35 } },
  ]),
  'archive-entries-overlap',
);
refuses(
  'A compressed size that reaches into the next entry',
  buildZip([
    {
      name: 'a.txt',
      content: text,
      method: 0,
      central: { compressedSize: text.length + 40, size: text.length + 40 },
    },
    { name: 'b.txt', content: text },
  ]),
  'archive-entries-overlap',
);
refuses(
  'A compressed size beyond the directory',
  buildZip([{ name: 'a.txt', content: text, central: { compressedSize: 1_000_000 } }]),
  'archive-entries-overlap',
);
opens('A local extra field that pushes the data into the next entry', [
  {
    name: 'a.txt',
    content: text,
    method: 0,
    local: { extra: extraField(0x1234, Buffer.alloc(96)) },
    damage: (data) => data.subarray(0, -50),
    expect: { error: 'archive-entries-overlap' },
  },
  { name: 'b.txt', content: small },
]);
refuses(
  'An offset after the directory',
  buildZip([{ name: 'a.txt', content: text, central: { offset: 5_000 } }]),
  'archive-corrupt',
);
fails('An offset to data that are not a header', { central: { offset: 1 } }, 'archive-corrupt', {
  beforeDirectory: noise(9),
});
refuses('The end record counts more entries', buildZip(two, { end: { count: 3 } }), 'archive-corrupt');
refuses('The end record counts fewer entries', buildZip(two, { end: { count: 1 } }), 'archive-corrupt');
refuses(
  'The Zip64 record counts more entries than there are',
  buildZip(two, { zip64End: true, end: { count: 2 }, zip64Fields: { count: 3 } }),
  'archive-corrupt',
);
fails(
  "Zip64 sizes in the local header that are not the directory's",
  {
    method: 0,
    local: {
      compressedSize: 0xffffffff,
      size: 0xffffffff,
      extra: extraField(1, Buffer.concat([u64(5), u64(5)])),
    },
  },
  'archive-headers-disagree',
);
refuses(
  'A Zip64 offset beyond the directory',
  buildZip([
    { name: 'a.txt', content: text, central: { offset: 0xffffffff, extra: extraField(1, u64(2 ** 40)) } },
  ]),
  'archive-corrupt',
);
refuses(
  'Two end records that lead to two directories',
  buildZip(two, {
    zip64End: true,
    beforeDirectory: Buffer.concat([u32(0x02014b50), Buffer.alloc(80)]),
    end: { offset: sizeOfLocals() },
  }),
  'archive-headers-disagree',
);
refuses(
  'A Zip64 field that is too short',
  buildZip([
    {
      name: 'a.txt',
      content: text,
      central: { size: 0xffffffff, compressedSize: 0xffffffff, extra: extraField(1, u64(text.length)) },
    },
  ]),
  'archive-corrupt',
);
refuses(
  'Sizes beyond what a number holds',
  buildZip([
    {
      name: 'a.txt',
      content: text,
      central: {
        size: 0xffffffff,
        compressedSize: 0xffffffff,
        extra: extraField(1, Buffer.concat([Buffer.alloc(16, 0xff)])),
      },
    },
  ]),
  'archive-entries-overlap',
);
fails(
  'Too short for a ZipCrypto header',
  {
    method: 0,
    content: Buffer.alloc(0),
    flags: 1,
    compressed: Buffer.from('x'),
    encryption: 'none',
    local: { size: 0 },
  },
  'password-required',
);
opens(
  'Too short for a WinZip header',
  [
    {
      name: 'a.txt',
      content: text,
      encryption: AES,
      damage: (data) => data.subarray(0, 20),
      local: { compressedSize: 20 },
      central: { compressedSize: 20 },
    },
  ],
  {},
  { password: PASSWORD, lateError: 'archive-corrupt' },
);

// --- recognized, but not opened
for (const [what, method] of [
  ['Shrink', 1],
  ['Implode', 6],
  ['Deflate64', 9],
  ['bzip2', 12],
  ['LZMA', 14],
  ['Zstandard', 93],
  ['XZ', 95],
] as const) {
  fails(`Compressed by ${what}`, { method, compressed: noise(100) }, 'unsupported-method');
}
fails(
  'Compressed by bzip2 and encrypted with AES',
  { method: 12, compressed: noise(100), encryption: AES },
  'unsupported-method',
);
fails('Method 99 without its extra field', { method: 99, compressed: noise(100) }, 'unsupported-method');
fails('Patched data', { flags: 0x20 }, 'unsupported-method');
opens('Strong encryption', [
  { name: 'a.txt', content: text, flags: 0x41, expect: { error: 'strong-encryption', encryption: 'strong' } },
]);
opens('Strong encryption by its extra field', [
  {
    name: 'a.txt',
    content: text,
    flags: 0x01,
    extra: extraField(0x0017, Buffer.alloc(8)),
    expect: { error: 'strong-encryption', encryption: 'strong' },
  },
]);
refuses(
  'A directory with masked headers',
  buildZip([{ name: 'a.txt', content: text, flags: 0x2041 }]),
  'strong-encryption',
);
refuses(
  'An encrypted directory',
  buildZip([{ name: 'a.txt', content: text }], {
    beforeDirectory: Buffer.concat([u32(0x08064b50), noise(60)]),
    end: {
      offset:
        text.length === 0
          ? 0
          : buildZip([{ name: 'a.txt', content: text }]).readUInt32LE(
              buildZip([{ name: 'a.txt', content: text }]).length - 6,
            ),
      size: 64 + 51,
    },
  }),
  'strong-encryption',
);
refuses('The last part of a split archive', buildZip(two, { end: { disk: 2 } }), 'split-archive');
refuses(
  'A Zip64 archive on two disks',
  buildZip(two, { zip64End: true, zip64Fields: { disks: 2 } }),
  'split-archive',
);
refuses('The first part of a split archive', Buffer.concat([u32(0x08074b50), noise(200)]), 'split-archive');

// --- truncated, and not an archive at all
const whole = buildZip(two);
for (const [what, archive] of [
  ['the end record', whole.subarray(0, -22)],
  ['half of the directory', whole.subarray(0, whole.length - 70)],
  ['everything after the first entry', whole.subarray(0, 300)],
] as const) {
  refuses(`Truncated: without ${what}`, archive, 'archive-truncated');
}
const locked = buildZip([{ name: 'a.txt', content: text, encryption: AES, password: PASSWORD }], {
  zip64End: true,
});
for (let part = 1; part < 16; part++) {
  const length = Math.floor((locked.length * part) / 16);
  refuses(`Truncated: ${length} of ${locked.length} bytes`, locked.subarray(0, length), 'archive-truncated');
}
refuses('Truncated: all but the last byte', locked.subarray(0, -1), 'archive-truncated');
refuses('Truncated: without its beginning', whole.subarray(60), 'archive-truncated');
refuses('Truncated: only the end record', whole.subarray(-22), 'archive-truncated');
for (const [what, bytes] of [
  ['No bytes', Buffer.alloc(0)],
  ['One byte', Buffer.from('P')],
  ['Text', text],
  ['Noise', noise(100_000)],
  ['A PNG', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(500)])],
  ['A 7z archive', Buffer.concat([Buffer.from('377abcaf271c', 'hex'), noise(500)])],
  ['A page', Buffer.from('<!doctype html><title>登入</title>')],
] as const) {
  refuses(`${what} instead of an archive`, bytes, 'not-an-archive');
}
refuses(
  'Nothing but end records',
  Buffer.concat(Array.from({ length: 400 }, () => Buffer.concat([u32(0x06054b50), Buffer.alloc(18, 1)]))),
  'split-archive',
);

// --- limits
const pages = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.txt`, content: text }));
refuses('More entries than allowed', buildZip(pages), 'limit-exceeded', { limits: { entries: 4 } });
opens('As many entries as allowed', pages, {}, { limits: { entries: 5 } });
refuses('More content than allowed', buildZip(pages), 'limit-exceeded', {
  limits: { totalBytes: 5 * text.length - 1 },
});
opens('As much content as allowed', pages, {}, { limits: { totalBytes: 5 * text.length } });
opens(
  'An entry larger than allowed beside one that is not',
  [
    { name: 'a.txt', content: text, expect: { error: 'limit-exceeded' } },
    { name: 'b.txt', content: small },
  ],
  {},
  { limits: { entryBytes: text.length - 1 } },
);
const zeros = Buffer.alloc(20 * 1024 * 1024);
opens('A bomb: 20 MiB of zeros in 20 kB', [
  { name: 'a.bin', content: zeros, encryption: AES, expect: { error: 'limit-exceeded' } },
]);
fails(
  'A bomb that declares itself small',
  { content: small, compressed: deflateRawSync(zeros) },
  'archive-size-disagrees',
);
fails(
  'A bomb that declares itself small, ZipCrypto',
  {
    content: small,
    compressed: deflateRawSync(zeros),
    encryption: 'zipcrypto',
  },
  'archive-size-disagrees',
);
refuses(
  'A bomb of entries that share their data',
  buildZip(
    Array.from({ length: 50 }, (_, index) => ({
      name: `${index}`,
      content: zeros.subarray(0, 1024 * 1024),
      ...(index === 0 ? {} : { compressed: Buffer.alloc(0), central: { offset: 0, compressedSize: 1035 } }),
    })),
  ),
  'archive-entries-overlap',
);
const outer = { depth: 0, totalBytes: 5 * text.length };
opens('An archive within an archive', pages, {}, { within: outer });
refuses('An archive within an archive within an archive', buildZip(pages), 'limit-exceeded', {
  within: { ...outer, depth: 1 },
});
refuses(
  'An archive that exceeds the limit together with the one around it',
  buildZip(pages),
  'limit-exceeded',
  {
    within: outer,
    limits: { totalBytes: 10 * text.length - 1 },
  },
);

export const conformanceCases: readonly ConformanceCase[] = cases;

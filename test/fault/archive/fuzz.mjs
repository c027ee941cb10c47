import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import ts from 'typescript';
import { openArchive } from '@mhb-kit/core/archive';
import { errorTexts } from '@mhb-kit/core/error-messages';
import { guidedCorpus, plainCorpus } from '../corpus.mjs';

/**
 * Mutated archives. Regardless of their content, there must be no crash, no foreign error, no hang, nothing
 * beyond the limits, and no byte whose check fails.
 */

/** The builder of the conformance set, which is TypeScript. @type {typeof import('../../conformance/archive/zip-builder.js')} */
const { buildZip, noise } = await (() => {
  const source = readFileSync(new URL('../../conformance/archive/zip-builder.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
})();

const PASSWORD = 'A123456789';
const LIMITS = { entries: 200, entryBytes: 300_000, totalBytes: 1_000_000, ratio: 100 };
const HANG = 2_000;

const contents = [
  Buffer.from('健康存摺：門診資料，共 3 筆。\n'.repeat(20)),
  noise(700),
  Buffer.alloc(5_000, 'abcdefg'),
  Buffer.alloc(0),
  Buffer.from('x'),
];

/** @returns {Buffer[]} */
function seeds() {
  /** @type {import('../../conformance/archive/zip-builder.js').Encryption[]} */
  const locks = [
    'none',
    'zipcrypto',
    { bits: 128, version: 1 },
    { bits: 256, version: 1 },
    { bits: 256, version: 2 },
  ];
  const descriptors = /** @type {const} */ (['none', 'signed', 'unsigned']);
  return locks.flatMap((encryption, index) =>
    [0, 8].map((method) =>
      buildZip(
        contents.slice(0, 2 + (index % 4)).map((content, at) => ({
          name: at === 1 ? '健康存摺.html' : `${at}.txt`,
          content,
          method,
          encryption,
          password: PASSWORD,
          descriptor: descriptors[(index + at) % 3] ?? 'none',
          zip64: (index + at + method) % 4 === 0,
        })),
        { zip64End: index % 2 === 1, prefix: index === 2 ? noise(100) : Buffer.alloc(0) },
      ),
    ),
  );
}

/** @param {number} seed */
function randomNumbers(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
/** @typedef {ReturnType<typeof randomNumbers>} Random */

const interesting = [
  0, 1, 2, 8, 9, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0xffffffff, 0x02014b50, 0x04034b50, 0x06054b50,
];
const signatures = [0x02014b50, 0x04034b50, 0x06054b50, 0x06064b50, 0x07064b50];

/** The position of a header field, more often than by chance. @param {Buffer} bytes @param {Random} random */
function fieldOffset(bytes, random) {
  const from = random(bytes.length);
  for (let at = from; at < Math.min(bytes.length - 4, from + 2_000); at++) {
    if (signatures.includes(bytes.readUInt32LE(at))) return at + random(50);
  }
  return from;
}

/** @type {((bytes: Buffer, random: Random, other: Buffer) => Buffer)[]} */
const mutations = [
  (bytes, random) => {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    return bytes;
  },
  (bytes, random) => {
    bytes[fieldOffset(bytes, random) % bytes.length] = random(256);
    return bytes;
  },
  (bytes, random) => {
    const at = fieldOffset(bytes, random);
    const value = interesting[random(interesting.length)] ?? 0;
    if (at + 4 <= bytes.length) bytes.writeUInt32LE(value, at);
    return bytes;
  },
  (bytes, random) => {
    const at = fieldOffset(bytes, random);
    if (at + 2 <= bytes.length) bytes.writeUInt16LE(random(65_536), at);
    return bytes;
  },
  (bytes, random) => {
    const at = fieldOffset(bytes, random);
    if (at + 4 <= bytes.length) bytes.writeUInt32LE((bytes.readUInt32LE(at) + random(64) - 32) >>> 0, at);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => bytes.subarray(random(bytes.length)),
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(40))]);
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), noise(1 + random(40), `${at}`), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const from = random(bytes.length);
    const part = bytes.subarray(from, from + 1 + random(200));
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
  },
  (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random(bytes.length)), other.subarray(random(other.length))]),
  (bytes, random, other) => (random(2) === 0 ? Buffer.concat([other, bytes]) : Buffer.concat([bytes, other])),
];

/** Starts from inputs that reached new code. @param {import('../run.mjs').FaultRun} run */
export const fuzzArchivesGuided = async (run) =>
  fuzzArchives({ ...run, corpus: await guidedCorpus(seeds(), ['/core/dist/archive/']) });

/**
 * @param {{ cases: number, seed: number, report?: (line: string) => void, corpus?: import('../corpus.mjs').Corpus }} options
 * @returns {Promise<string[]>}
 */
export async function fuzzArchives({ cases, seed, report = () => undefined, corpus = plainCorpus(seeds()) }) {
  const originals = new Set(contents.map((content) => content.toString('latin1')));
  /** @type {string[]} */
  const failures = [];
  /** @type {Record<string, number>} */
  const outcomes = {};
  const count = (/** @type {string} */ outcome) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  let longest = 0;

  for (let index = 0; index < cases; index++) {
    const random = randomNumbers(seed * 1_000_003 + index);
    const pick = () => Buffer.from(corpus.pick(random));
    /** @type {Buffer} */
    let bytes = Buffer.from(pick());
    for (let times = 1 + random(3); times > 0 && bytes.length > 0; times--) {
      bytes = (mutations[random(mutations.length)] ?? ((same) => same))(Buffer.from(bytes), random, pick());
    }
    const fail = (/** @type {string} */ what) => failures.push(`case ${index} of seed ${seed}: ${what}`);
    const caught = (/** @type {unknown} */ thrown) => {
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
      if (!(code in errorTexts) || code === 'internal') fail(`threw ${thrown}`);
      count(code);
    };
    const start = performance.now();
    try {
      const limits = { ...LIMITS, bufferedBytes: random(2) === 0 ? 0 : 1_000_000 };
      const archive = await openArchive(bytes, { limits });
      if (archive.entries.length > LIMITS.entries) fail('more entries than allowed');
      await archive.unlock(PASSWORD).catch(caught);
      let total = 0;
      for (const entry of archive.entries) {
        const parts = [];
        let isWhole = false;
        try {
          if (random(2) === 0) parts.push(await entry.bytes());
          else for await (const part of entry.stream()) parts.push(part);
          isWhole = true;
        } catch (thrown) {
          caught(thrown);
        }
        const content = Buffer.concat(parts);
        total += content.length;
        if (content.length > LIMITS.entryBytes || total > LIMITS.totalBytes)
          fail('more content than allowed');
        if (!isWhole) continue;
        count('read');
        if (content.length !== entry.size) fail('another size than declared');
        // Correct is the original content or, without an authentication code, content that matches some
        // checksum in the archive.
        const sum = Buffer.alloc(4);
        sum.writeUInt32LE(crc32(content));
        if (!originals.has(content.toString('latin1')) && !bytes.includes(sum))
          fail('bytes whose check fails');
      }
    } catch (thrown) {
      caught(thrown);
    }
    const took = performance.now() - start;
    longest = Math.max(longest, took);
    if (took > HANG) fail(`took ${Math.round(took)} ms`);
    await corpus.ran(bytes);
  }
  report(`longest case ${longest.toFixed(0)} ms; ${corpus.summary()}`);
  for (const [outcome, times] of Object.entries(outcomes).sort(([, a], [, b]) => b - a)) {
    report(`${String(times).padStart(8)} ${outcome}`);
  }
  return failures;
}

/**
 * Tests one conformance case. Runs in Node and in browsers; the product is a parameter.
 *
 * @typedef {object} ExpectedEntry
 * @property {string} name
 * @property {string} [sha256]  of the content, hex
 * @property {string} [error]   code with which reading must fail, instead
 * @property {string[]} [problems]
 * @property {string} [nameEncoding]
 * @property {string} [encryption]
 * @property {boolean} [isDirectory]
 *
 * @typedef {object} ConformanceCase
 * @property {string} name         what it exercises
 * @property {string} archive      Base64
 * @property {string | number[]} [password]
 * @property {string} [lateError]  code with which `unlock` must fail
 * @property {Record<string, number>} [limits]
 * @property {{ depth: number, totalBytes: number }} [within]  the archive that it was an entry of
 * @property {string} [openError]  code with which opening must fail
 * @property {ExpectedEntry[]} [entries]
 */

const hex = (/** @type {ArrayBuffer} */ bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (/** @type {Uint8Array} */ bytes) =>
  hex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

const codeOf = (/** @type {unknown} */ thrown) =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : `not an MhbError: ${thrown}`;

/** @param {ReadableStream<Uint8Array>} stream */
async function drain(stream) {
  const reader = stream.getReader();
  const pieces = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Every source, and reading completely or without buffering. */
const ways = [
  { source: (/** @type {Uint8Array} */ bytes) => bytes, limits: {} },
  { source: (/** @type {Uint8Array} */ bytes) => bytes, limits: { bufferedBytes: 0 } },
  { source: (/** @type {Uint8Array<ArrayBuffer>} */ bytes) => new Blob([bytes]), limits: {} },
  {
    source: (/** @type {Uint8Array} */ bytes) => ({
      size: bytes.length,
      read: async (/** @type {number} */ offset, /** @type {number} */ length) =>
        bytes.slice(offset, offset + length),
    }),
    limits: { bufferedBytes: 0 },
  },
];

/**
 * Descriptions of the differences; empty if everything is correct.
 *
 * @param {ConformanceCase} test
 * @param {{ openArchive: typeof import('@mhb-kit/core/archive').openArchive }} product
 * @returns {Promise<string[]>}
 */
export async function runCase(test, { openArchive }) {
  /** @type {string[]} */
  const wrong = [];
  const expect = (
    /** @type {string} */ what,
    /** @type {unknown} */ actual,
    /** @type {unknown} */ expected,
  ) => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b) wrong.push(`${what}: ${a}, not ${b}`);
  };
  const bytes = Uint8Array.from(atob(test.archive), (character) => character.charCodeAt(0));
  const password = Array.isArray(test.password) ? Uint8Array.from(test.password) : test.password;
  for (const [index, way] of ways.entries()) {
    let archive;
    try {
      archive = await openArchive(/** @type {any} */ (way.source(bytes)), {
        limits: { ...test.limits, ...way.limits },
        ...(test.within === undefined ? {} : { within: test.within }),
      });
    } catch (thrown) {
      expect(`opening, way ${index}`, codeOf(thrown), test.openError);
      continue;
    }
    expect(`opening, way ${index}`, undefined, test.openError);
    if (password !== undefined) {
      const late = await archive.unlock(password).then(() => undefined, codeOf);
      expect(`unlocking, way ${index}`, late, test.lateError);
      if (late !== undefined) continue;
    }
    expect(
      `names, way ${index}`,
      archive.entries.map(({ name }) => name),
      test.entries?.map(({ name }) => name),
    );
    for (const [at, expected] of (test.entries ?? []).entries()) {
      const entry = archive.entries[at];
      if (entry === undefined) continue;
      const what = `entry ${at}, way ${index}`;
      for (const fact of /** @type {const} */ (['nameEncoding', 'encryption', 'isDirectory'])) {
        if (expected[fact] !== undefined) expect(`${fact} of ${what}`, entry[fact], expected[fact]);
      }
      expect(`problems of ${what}`, entry.problems, expected.problems ?? []);
      expect(`path of ${what}`, entry.path, expected.problems === undefined ? entry.name : null);
      for (const read of [() => entry.bytes(), () => drain(entry.stream())]) {
        const outcome = await read().then(sha256, codeOf);
        expect(`content of ${what}`, outcome, expected.error ?? expected.sha256);
      }
    }
  }
  return wrong;
}

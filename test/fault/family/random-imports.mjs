import { isDeepStrictEqual } from 'node:util';
import {
  belonging,
  downloadsOf,
  emptyFamily,
  evidenceOf,
  movedTo,
  withDownload,
  withoutDownload,
} from '@mhb-kit/core/family';
import { isNationalId, maskNationalId } from '@mhb-kit/core/identity';
import { mergePassbooks, readPassbook } from '@mhb-kit/core/passbook';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';

/**
 * Downloads of several people in any order: separate files with only a masked number, archives with the
 * complete number or another password, archives signed by a gateway, and downloads passed to a page without
 * any number. Half of the pairs of downloads have equal masks: most people of a family share theirs. Questions
 * are answered correctly or, in every fourth family, sometimes wrongly.
 *
 * Judged by the known owner of each download, not by the rules of the code under test.
 */

const DAYS = ['20240105', '20240220', '20240311', '20240502', '20240618', '20240707', '20240901', '20241130'];
const PLACES = ['甲診所', '乙診所', '丙醫院'];
/** The share of people whose mask differs from the others, so that half of all pairs of downloads have equal masks. */
const APART = 1 / 6;
const GATEWAYS = ['https://one.example.tw', 'https://two.example.tw'];

/** @typedef {import('@mhb-kit/core/family').Family} Family */
/** @typedef {import('@mhb-kit/core/family').FamilyDownload} FamilyDownload */
/** @typedef {import('@mhb-kit/core/passbook').Passbook} Passbook */
/** @typedef {{ nationalId: string, name: string }} Truth */
/**
 * @typedef {object} Import
 * @property {FamilyDownload} download
 * @property {Truth} truth
 * @property {Passbook} passbook
 */

/** Numbers that differ only in their last four digits, except for one in six. @param {() => number} random @param {number} count */
function people(random, count) {
  /** @type {string[]} */
  const numbers = [];
  const fitting = (/** @type {string} */ start) => {
    for (;;) {
      const middle = String(Math.floor(random() * 1_000))
        .padStart(9 - start.length, '0')
        .slice(-(9 - start.length));
      for (const last of '0123456789') {
        const number = `${start}${middle}${last}`;
        if (isNationalId(number) && !numbers.includes(number)) return number;
      }
    }
  };
  const start = () => `A1${String(10_000 + Math.floor(random() * 80_000)).slice(0, 4)}`;
  const shared = start();
  while (numbers.length < count) numbers.push(fitting(random() < APART ? start() : shared));
  return numbers.map((nationalId, index) => ({ nationalId, name: `人${index}` }));
}

/** @param {() => number} random @param {Truth} truth @param {number} index @returns {Promise<Import>} */
async function downloadOf(random, truth, index) {
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(random() * list.length)] ?? '';
  const kind = Math.floor(random() * 5);
  const visits = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
    'r1.4': pick(PLACES),
    'r1.5': pick(DAYS),
    'r1.7': `IC${Math.floor(random() * 90)}`,
  }));
  // In connect mode a page receives no part of the number.
  const mask = kind === 4 ? null : maskNationalId(truth.nationalId);
  const text = JSON.stringify({
    myhealthbank: { bdata: { ...(mask === null ? {} : { 'b1.1': mask }), 'b1.2': '20241201', r1: visits } },
  });
  const name = `健康存摺${index}.json`;
  const { passbook } = await readPassbook([{ name, bytes: new TextEncoder().encode(text) }]);
  const signed = kind === 3 || kind === 4;
  const evidence = await evidenceOf({
    mask,
    password: kind === 1 ? truth.nationalId : kind === 2 ? 'another password' : null,
    verdict: signed
      ? {
          status: 'genuine',
          issuer: pick(GATEWAYS),
          issuerName: null,
          issuedAt: '2024-12-01T00:00:00Z',
          subject: `subject of ${truth.nationalId}`,
        }
      : { status: 'unsigned' },
    digest: (number) => Promise.resolve(`digest of ${number}`),
  });
  const files = [{ name, hash: `${index}: ${text}` }];
  return { download: { id: `download ${index}`, member: '', evidence, files }, truth, passbook };
}

/** Whether two downloads are proved to belong to the same person. @param {Import} one @param {Import} other */
const proves = (one, other) => {
  const [a, b] = [one.download.evidence, other.download.evidence];
  return (
    (a.number !== null && a.number === b.number) ||
    (a.signed !== null && a.signed.issuer === b.signed?.issuer && a.signed.subject === b.signed.subject)
  );
};

/**
 * Imports the downloads of one family; returns counts and failures.
 * @param {number} seed
 * @returns {Promise<{ failures: string[], imports: number, asked: number, equalMasks: number, pairs: number }>}
 */
export async function growFamily(seed) {
  const random = seededRandom(seed);
  const truths = people(random, 2 + Math.floor(random() * 5));
  const truthful = seed % 4 !== 0;
  /** @type {string[]} */
  const failures = [];
  /** @type {Map<string, Import>} */
  const put = new Map();
  const wrong = (/** @type {string} */ what) => failures.push(`seed ${seed}: ${what}`);
  /** @type {Family} */
  let family = emptyFamily;
  let asked = 0;
  let equalMasks = 0;
  let pairs = 0;
  const passbookOf = (/** @type {Family} */ of, /** @type {string} */ member) =>
    downloadsOf(of, member)
      .map(({ id }) => /** @type {Import} */ (put.get(id)).passbook)
      .reduce(mergePassbooks);

  const count = 5 + Math.floor(random() * 6);
  for (let index = 0; index < count; index += 1) {
    const truth = /** @type {Truth} */ (truths[Math.floor(random() * truths.length)]);
    const incoming = await downloadOf(random, truth, index);
    const { id, evidence, files } = incoming.download;
    for (const { download } of put.values()) {
      pairs += 1;
      if (evidence.mask !== null && evidence.mask === download.evidence.mask) equalMasks += 1;
    }
    put.set(id, incoming);
    const decided = belonging(family, evidence, files);
    /** @type {string | undefined} */
    let member;
    if (decided.whose === 'ask') {
      asked += 1;
      const right = decided.candidates.find(({ member: each }) =>
        downloadsOf(family, each).some((one) => put.get(one.id)?.truth === truth),
      );
      const [any] = decided.candidates;
      member = truthful || random() < 0.5 ? right?.member : any?.member;
      if (
        truthful &&
        right === undefined &&
        [...put.values()].some((one) => one !== incoming && one.truth === truth)
      )
        wrong(`the member with the person's other downloads is not among the candidates (${id})`);
    } else if (decided.whose === 'proved') {
      member = decided.member;
      const others = downloadsOf(family, member).map((one) => /** @type {Import} */ (put.get(one.id)));
      if (!others.some((other) => proves(other, incoming)))
        wrong(`${id} was added to a member without question or proof`);
      if (others.some((other) => other.truth !== truth) && truthful)
        wrong(`${id} was added to another person`);
    } else if (
      family.members.some(({ id: each }) =>
        downloadsOf(family, each).every((one) => put.get(one.id)?.truth === truth),
      )
    )
      wrong(`${id} was assumed to be of a new person`);

    const before = family;
    const chosen = { id: member ?? `member ${index}`, name: member === undefined ? truth.name : '' };
    family = withDownload({ id, evidence, files }, chosen)(before);
    if (!isDeepStrictEqual(withoutDownload(id)(family), before)) wrong(`undoing ${id} left something behind`);

    // A download is moved to another member, and back.
    const [moving] = family.downloads.slice(Math.floor(random() * family.downloads.length));
    const from = family.members.find((each) => each.id === moving?.member);
    if (moving === undefined || from === undefined) continue;
    const to =
      random() < 0.5
        ? { id: 'somebody new', name: '新成員' }
        : /** @type {Truth & { id: string }} */ (
            family.members[Math.floor(random() * family.members.length)]
          );
    const moved = movedTo(moving.id, to)(family);
    if (moved.downloads.length !== family.downloads.length) wrong(`moving ${moving.id} lost a download`);
    if (moved.members.some(({ id: each }) => downloadsOf(moved, each).length === 0))
      wrong(`moving ${moving.id} left a member without downloads`);
    if (from.id !== to.id) {
      const rest = downloadsOf(moved, from.id);
      const traces =
        rest.length > 0 &&
        passbookOf(moved, from.id).downloads.some(({ file }) => file === moving.files[0]?.name);
      if (traces) wrong(`${moving.id} left traces with ${from.id}`);
    }
    if (!isDeepStrictEqual(movedTo(moving.id, from)(moved), family))
      wrong(`moving ${moving.id} back left something`);
    // A move that is kept, if the masks allow it: the result must be the same as if the download had always been there.
    if (!truthful && random() < 0.3) {
      const fits = downloadsOf(family, to.id).every(
        ({ evidence: other }) =>
          other.mask === null || moving.evidence.mask === null || other.mask === moving.evidence.mask,
      );
      if (fits) family = moved;
    }
    for (const { id: each } of family.members) {
      const held = downloadsOf(family, each).map((one) => /** @type {Import} */ (put.get(one.id)));
      const fresh = held
        .map(({ passbook }) => passbook)
        .reduceRight((later, earlier) => mergePassbooks(earlier, later));
      if (!isDeepStrictEqual(passbookOf(family, each), fresh))
        wrong(`the passbook of ${each} depends on the order of imports and moves`);
    }
  }
  return { failures, imports: count, asked, equalMasks, pairs };
}

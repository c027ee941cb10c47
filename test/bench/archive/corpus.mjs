import { spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The archives for the benchmark, created by 7-Zip from invented records and kept between runs. */

export const password = 'A123456789';
const folder = join(tmpdir(), 'mhb-kit-bench-1');

/** The same numbers on every machine. @param {number} seed */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const drugs = [
  '普拿疼膜衣錠500毫克',
  '安莫西林膠囊',
  '脈優錠5毫克',
  '冠脂妥膜衣錠10毫克',
  '庫魯化錠500毫克',
  '希樂葆膠囊',
];
const clinics = ['仁愛診所', '市立聯合醫院', '康寧牙醫診所', '長青中醫診所', '大學附設醫院'];
const diagnoses = ['J00', 'I10', 'E11.9', 'K02.9', 'M54.5', 'L20.9', 'J45.909'];

/** Records like those of a passbook, up to `length` bytes. @param {number} length @param {number} seed */
function records(length, seed) {
  const random = randomNumbers(seed);
  const pick = (/** @type {string[]} */ list) => list[random(list.length)] ?? '';
  const parts = ['{"myhealthbank":{"bdata":{"r1":['];
  for (let size = 32; size < length;) {
    const day = `${112 + random(3)}/${String(1 + random(12)).padStart(2, '0')}/${String(1 + random(28)).padStart(2, '0')}`;
    const record = `${JSON.stringify({
      'r1.1': String(1100000000 + random(99999999)),
      'r1.2': pick(clinics),
      'r1.5': day,
      'r1.8': pick(diagnoses),
      'r1.12': String(random(3000)),
      'r1.13': String(random(500)),
      r1_1: Array.from({ length: 1 + random(5) }, () => ({
        'r1_1.1': `A${String(random(999999999)).padStart(9, '0')}`,
        'r1_1.2': pick(drugs),
        'r1_1.3': `${random(90)}.00`,
        'r1_1.4': String(1 + random(30)),
      })),
    })},\n`;
    parts.push(record);
    size += Buffer.byteLength(record);
  }
  return Buffer.from(parts.join('')).subarray(0, length);
}

/** @param {number} length */
const noise = (length) =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16)).update(Buffer.alloc(length));

/** @type {Record<string, {files: () => [string, Buffer][], compress: boolean}>} */
const contents = {
  // The shape of a real download: one large passbook, some pages, some small ones.
  A: {
    files: () =>
      [400, 200, 120, 100, 80, 60, 50, 40, 25, 15, 8, 2].map((kB, index) => [
        `健康存摺_${index}_1040527.html`,
        records(kB * 1000, index + 1),
      ]),
    compress: true,
  },
  B: { files: () => [['passbook.json', records(20e6, 100)]], compress: true },
  C: {
    files: () => {
      const part = records(50e6, 200);
      return [['passbook.json', Buffer.concat([part, records(50e6, 201), part, records(50e6, 202)])]];
    },
    compress: true,
  },
  D: { files: () => [['scan.bin', noise(50e6)]], compress: false },
};

/**
 * The path of an archive, which is created if necessary. @param {string} content @param {'AES256' |
 * 'ZipCrypto'} method
 */
export function archivePath(content, method) {
  const target = join(folder, `${content}-${method}.zip`);
  if (existsSync(target)) return target;
  const wanted = contents[content];
  if (wanted === undefined) throw new Error(`There is no archive ${content}`);
  const { files, compress } = wanted;
  const work = join(folder, `${content}-files`);
  mkdirSync(work, { recursive: true });
  for (const [name, bytes] of files()) writeFileSync(join(work, name), bytes);
  const made = `${target}.part`;
  rmSync(made, { force: true });
  const { status, stderr } = spawnSync(
    '7z',
    ['a', '-tzip', `-mem=${method}`, `-mx=${compress ? 5 : 0}`, `-p${password}`, made, '.'],
    { cwd: work, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`7z could not create the archive: ${stderr}`);
  renameSync(made, target);
  rmSync(work, { recursive: true });
  return target;
}

/** @param {string} content @param {'AES256' | 'ZipCrypto'} method */
export const archiveBytes = (content, method) => new Uint8Array(readFileSync(archivePath(content, method)));

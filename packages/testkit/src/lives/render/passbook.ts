import type { Row } from '../../passbook-rows/rows.js';
import { compact } from '../../passbook-rows/rows.js';
import type { Life } from '../facts.js';
import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import { Random } from '../random.js';
import type { Downloaded } from './writing.js';
import { writeCare } from './care.js';
import { writeClaims, type Written } from './claims.js';
import { writeResults, type WrittenResult } from './results.js';

export interface RenderedFile {
  readonly name: string;
  readonly text: string;
  /** The rows, keyed by section. */
  readonly sections: Readonly<Record<string, readonly Row[]>>;
}

export interface Rendering {
  /** The files, with the earliest download first. */
  readonly files: readonly RenderedFile[];
  /** The rows as written, keyed by their position: `${file}|${section}|${index}`. */
  readonly rows: ReadonlyMap<string, Written | WrittenResult>;
}

/** Returns the masked ID number in the header of every file. Its second digit states the sex. */
export const maskedId = ({ sex }: Life): string => (sex === 'male' ? 'A12345****' : 'A22345****');

/** One file, with the date of its request and the days that it covers. */
interface Download {
  readonly name: string;
  readonly askedOn: LocalDate;
  readonly from: LocalDate;
  readonly leftOut: string | null;
  readonly form: 'json' | 'xml';
}

/** Writes a life as the files that the person downloads. */
export function renderPassbook(life: Life): Rendering {
  const random = new Random(`${life.seed}/write`);
  const downloads = downloadsOf(life, random.of('downloads'));
  const files = downloads.map((download, index) => {
    const told: Downloaded = {
      ...life,
      askedOn: downloads.length === 1 ? null : download.askedOn,
      toldAgainFrom: downloads[index + 1]?.from ?? null,
      screenings: life.screenings.filter(({ on }) => on <= download.askedOn),
    };
    const written = [
      ...writeClaims(told, random.of('claims')),
      ...writeResults(told, random.of('results')),
      ...writeCare(told, random.of('care')),
    ].filter(
      ({ on, section, row }) =>
        on >= download.from &&
        on <= download.askedOn &&
        section !== download.leftOut &&
        String(row['r7.7'] ?? '').slice(0, 8) <= compact(download.askedOn),
    );
    return writeFile(life, download, written, random.of('order', index));
  });
  return { files, rows: new Map(files.flatMap(({ rows }) => [...rows])) };
}

/** Returns one download of everything, or two with overlapping periods. */
function downloadsOf(life: Life, random: Random): Download[] {
  const { from, to, habits } = life;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const form = (draw: Random): Download['form'] =>
    habits.has('xml-download') && draw.chance(0.3) ? 'xml' : 'json';
  const named = (askedOn: LocalDate, start: LocalDate, draw: Random, leftOut: string | null): Download => {
    const written = form(draw);
    return {
      name: `健康存摺醫療類_${compact(askedOn)}.${written}`,
      askedOn,
      from: start,
      leftOut,
      form: written,
    };
  };
  const last = (start: LocalDate): Download => named(to, start, random.of('last'), null);
  if (!habits.has('several-downloads') || !random.chance(0.5)) return [last(from)];
  const earlier = addDays(from, Math.round(days * 0.65));
  const lacks = random.of('lacks');
  const leftOut = habits.has('section-missing') && lacks.chance(0.4) ? lacks.pick(['r4', 'r6', 'r7']) : null;
  return [named(earlier, from, random.of('earlier'), leftOut), last(addDays(from, Math.round(days * 0.4)))];
}

function writeFile(
  life: Life,
  { name, askedOn, form }: Download,
  written: readonly Written[],
  random: Random,
) {
  const ordered = life.habits.has('file-order')
    ? random.shuffle(written)
    : [...written].sort((one, two) => (one.on < two.on ? 1 : one.on > two.on ? -1 : 0));
  const sections = new Map<string, Row[]>();
  const placed = new Map<string, Written>();
  for (const one of ordered) {
    const rows = sections.get(one.section) ?? [];
    placed.set(`${name}|${one.section}|${rows.length}`, one);
    rows.push(withBlanks(one.row, life));
    sections.set(one.section, rows);
  }
  const bdata = { 'b1.1': maskedId(life), 'b1.2': compact(askedOn), ...Object.fromEntries(sections) };
  const text = form === 'xml' ? writeXml(bdata) : JSON.stringify({ myhealthbank: { bdata } });
  return { name, text, sections: Object.fromEntries(sections), rows: placed };
}

/** Writes the same rows in the service's XML format (X2), with an element for each row and for each field. */
function writeXml(bdata: Row): string {
  const element = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((row) => element(key, row)).join('');
    if (typeof value !== 'object' || value === null) return `<${key}>${escaped(String(value))}</${key}>`;
    const fields = Object.entries(value).map(([name, field]) => element(name, field));
    return `<${key}>${fields.join('')}</${key}>`;
  };
  return `<?xml version="1.0" encoding="utf-8"?><myhealthbank>${element('bdata', bdata)}</myhealthbank>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns the part of a life that rows show. Nothing else can be expected of a view. */
export function shownBy(life: Life, { rows }: Rendering): Life {
  const told = new Set([...rows.values()].flatMap(({ tells }) => tells));
  const isTold = ({ id }: { readonly id: string }): boolean => told.has(id);
  return {
    ...life,
    attendances: life.attendances.filter(isTold),
    courses: life.courses
      .map((course) => ({
        ...course,
        supplies: course.supplies.filter(({ attendances }) => attendances.some((id) => told.has(id))),
      }))
      .filter(({ supplies }) => supplies.length > 0),
    measurements: life.measurements.filter(isTold),
    allergies: life.allergies.filter(isTold),
    denials: life.denials.filter(isTold),
    vaccinations: life.vaccinations.filter(isTold),
    checkups: life.checkups.filter(isTold),
    screenings: life.screenings.filter(isTold),
  };
}

/** The code fields that some providers pad with trailing blanks. */
const codeFields = ['r1.8', 'r1_1.1', 'r2.10', 'r2_1.4', 'r3.7', 'r7.8', 'r9.7'];

function withBlanks(row: Row, life: Life): Row {
  if (!life.habits.has('trailing-blanks')) return row;
  const pad = (given: Row): Row =>
    Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        Array.isArray(value)
          ? value.map((nested) => pad(nested as Row))
          : codeFields.includes(key) && typeof value === 'string' && value !== ''
            ? value.padEnd(12)
            : value,
      ]),
    );
  return pad(row);
}

import {
  sectionOf,
  sections,
  writeJ2,
  writeSectionHtml,
  type AnyRecord,
  type RawRow,
} from '@mhb-kit/core/passbook';
import { j2File, x2File, type FixtureData } from '@mhb-kit/testkit/passbook-fixtures';
import { wang } from '@mhb-kit/testkit/people';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, read, rowsOf, sample } from './fixtures.js';

/** The content of a record, apart from its raw fields and position. */
const typed = ({ raw: _raw, sources: _sources, ...rest }: AnyRecord): object => rest;

/**
 * Information that a hospital's own server states with a result or a report, but the NHI's files (and
 * therefore the sample) never do.
 */
const stated: Readonly<Record<string, object>> = {
  r7: { 'r7.unit': 'mmol/L', 'r7.flag': 'H', 'r7.specimen': 'Serum', 'r7.loinc': '2823-3' },
  r8: { 'r8.document': 'a.pdf' },
};

describe('the sample, which has every section and every field', () => {
  it('is read without loss and with one irregularity, the eight-field hepatitis visit', async () => {
    const { passbook, report } = await read(j2File(sample));
    expect(report.notes).toEqual([
      { code: 'hepatitis-eight-fields', file: 'passbook', section: 'r14', field: 'r14_1', count: 1 },
    ]);
    for (const { key, fileKey } of sections) {
      expect(
        passbook.sections[key].map(({ raw }) => raw),
        key,
      ).toEqual(sample[fileKey] ?? []);
    }
  });

  it('parses every raw field: a change of any of them changes its record', async () => {
    const probes: { key: string; before: string }[] = [];
    for (const { key, fileKey, origin } of sections) {
      if (origin !== 'nhi') continue;
      const rows = rowsOf(sample, fileKey);
      for (const [index, row] of [
        ...rows,
        ...(key in stated ? [{ ...rows[0], ...stated[key] }] : []),
      ].entries()) {
        for (const path of paths(row)) {
          probes.push({ key: path.join('/'), before: '' });
          const changed = change(row, path);
          const before = await passbookOf(j2({ [fileKey]: [row] }));
          const after = await passbookOf(j2({ [fileKey]: [changed] }));
          expect(typed(after.sections[key][0]!), `${key}[${index}] ${path.join('/')}`).not.toEqual(
            typed(before.sections[key][0]!),
          );
        }
      }
    }
    // Every field of the tables was tested at least once.
    const probed = new Set(probes.map(({ key }) => key.split('/').at(-1)));
    const fields = sections
      .filter(({ origin }) => origin === 'nhi')
      .flatMap(({ fields, nested }) => [...fields, ...(nested?.fields ?? [])])
      .map(({ key }) => key);
    expect(fields.filter((key) => !probed.has(key))).toEqual([]);
  });

  it('is the same passbook as XML', async () => {
    expect(await passbookOf(x2File(sample))).toEqual(await passbookOf(j2File(sample)));
  });

  it('is unchanged after it is written as J2 and read', async () => {
    const passbook = await passbookOf(j2File(sample));
    expect(await passbookOf(writeJ2(passbook))).toEqual(passbook);
  });

  it('is unchanged after each section is written as a page and read', async () => {
    const passbook = await passbookOf(j2File(sample));
    for (const { key, label } of sections) {
      const rows = passbook.sections[key].map(({ raw }): RawRow => raw);
      const page = writeSectionHtml([{ section: key, rows }], {
        title: label['zh-Hant'],
        subjectId: 'K22301****',
        appliedOn: '2026-04-15',
      });
      const back = await passbookOf(page);
      expect(back.sections[key], key).toEqual(passbook.sections[key]);
      expect(back.subjectId).toBe('K22301****');
      expect(back.downloads[0]?.appliedOn).toBe('2026-04-15');
    }
  });
});

describe('the non-medical sections', () => {
  it('are written and read back in all three formats', async () => {
    const data = Object.fromEntries(
      Object.entries(wang.history('2026-04-15')).map(([key, rows]) => [key, rows as readonly RawRow[]]),
    ) as FixtureData;
    const { passbook, report } = await read(j2File(data));
    expect(report.notes).toEqual([]);
    for (const key of ['card-status', 'premium-billing', 'premium-payment'] as const) {
      const raw = passbook.sections[key].map((record): RawRow => record.raw);
      expect(raw).toEqual(data[key]);
      expect(raw.length).toBeGreaterThan(0);
      const page = writeSectionHtml([{ section: key, rows: raw }], {
        title: sectionOf(key)!.label['zh-Hant'],
      });
      expect((await passbookOf(page)).sections[key].map((record): RawRow => record.raw)).toEqual(raw);
    }
    expect(await passbookOf(x2File(data))).toEqual(passbook);
  });

  it('parses every field', async () => {
    for (const { key, fields, origin } of sections) {
      if (origin !== 'own') continue;
      const row = Object.fromEntries(
        fields.map((field) => [
          field.key,
          field.type === 'date' || field.type === 'month' ? '20260301' : '12',
        ]),
      );
      const before = await passbookOf(j2({ [key]: [row] }));
      for (const field of fields) {
        const after = await passbookOf(j2({ [key]: [change(row, [field.key])] }));
        expect(typed(after.sections[key][0]!), field.key).not.toEqual(typed(before.sections[key][0]!));
      }
    }
  });
});

/** The path of every string in a row: `['r1_1', '0', 'r1_1.2']`. */
function paths(row: RawRow): string[][] {
  return Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key]]
      : value.flatMap((inner, index) => paths(inner).map((path) => [key, String(index), ...path])),
  );
}

/** The row with another valid value at a path. */
function change(row: RawRow, path: readonly string[]): RawRow {
  const [key = '', index, ...rest] = path;
  const value = row[key];
  if (index === undefined) return { ...row, [key]: another(String(value)) };
  const list = value as readonly RawRow[];
  return { ...row, [key]: list.map((inner, at) => (String(at) === index ? change(inner, rest) : inner)) };
}

function another(value: string): string {
  if (/^(?:19|20)\d{6}$/.test(value)) return '20111213';
  if (/^20\d{10}$/.test(value)) return '201112131415';
  if (value === '') return '20111213';
  return /^[\d.]+$/.test(value) ? `7${value}` : `${value}改`;
}

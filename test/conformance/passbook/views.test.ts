import {
  createSearchIndex,
  kindOfOrder,
  isChronicPrescription,
  listAllergies,
  listEncounters,
  listLaboratorySeries,
  listMedications,
  listPreventiveCare,
  listProgrammes,
  listSection,
  listTimeline,
  summarize,
  summarizeCosts,
  viewInTurns,
  waistInCentimetres,
  writeCsv,
} from '@mhb-kit/core/passbook';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, sample } from './fixtures.js';

const samplePassbook = () => passbookOf(j2File(sample));

const drug = (day: string, days: string, facility = '1', code = 'AC58990100') => ({
  'r1.3': facility,
  'r1.5': day,
  'r1.7': day.slice(4),
  r1_1: [{ 'r1_1.1': code, 'r1_1.2': '藥', 'r1_1.3': '56.00', 'r1_1.4': days }],
});

describe('medications', () => {
  it('run out on the last day they cover, and are current on that day', async () => {
    const passbook = await passbookOf(j2({ r1: [drug('20260301', '28')] }));
    const on = (today: string) => listMedications(passbook, { today });
    expect(on('2026-03-01').current).toMatchObject([{ runsOutOn: '2026-03-28', daysLeft: 28 }]);
    expect(on('2026-03-28').current).toMatchObject([{ daysLeft: 1 }]);
    expect(on('2026-03-29')).toMatchObject({ current: [], past: [{ runsOutOn: '2026-03-28', daysLeft: 0 }] });
  });

  it('combine supplies of one code, from visit and pharmacy', async () => {
    const { current, past } = listMedications(await samplePassbook(), { today: '2026-04-15' });
    expect(current.map(({ code, daysLeft, supplies }) => [code, daysLeft, supplies.length])).toEqual([
      ['AC58990100', 22, 2],
    ]);
    expect(current[0]?.supplies.map(({ chronic }) => chronic)).toEqual([true, true]);
    expect(past.map(({ kind }) => kind)).toContain('chinese-drug');
    // Fees are not drugs.
    expect([...current, ...past].map(({ code }) => code)).not.toContain('00158C');
  });

  it('report overlapping supplies of two prescribers while both last', async () => {
    const passbook = await passbookOf(j2({ r1: [drug('20260301', '28'), drug('20260315', '28', '2')] }));
    const overlaps = (today: string) => {
      const { current, mayBeInUse } = listMedications(passbook, { today });
      return [...current, ...mayBeInUse].flatMap((medication) =>
        medication.overlaps.map(({ days, duplicateTherapy }) => [days, duplicateTherapy]),
      );
    };
    expect(overlaps('2026-03-20')).toEqual([[14, true]]);
    expect(overlaps('2026-03-29')).toEqual([[14, false]]);
  });

  it('of different codes are different', async () => {
    const rows = [drug('20260301', '28'), drug('20260301', '28', '1', 'BC27990100')];
    const { current } = listMedications(await passbookOf(j2({ r1: rows })), { today: '2026-03-02' });
    expect(current).toHaveLength(2);
    expect(current.flatMap(({ overlaps }) => overlaps)).toEqual([]);
  });

  it('without days are in the past, and inpatient drugs end with their order', async () => {
    const { past } = listMedications(await samplePassbook(), { today: '2026-04-15' });
    expect(past.find(({ code }) => code === 'AC45990221')).toMatchObject({
      runsOutOn: '2025-07-08',
      supplies: [{ inpatient: true, daysSupplied: null }],
    });
  });
});

describe('orders', () => {
  it.each([
    ['AC58990100', '糖穩', 'drug'],
    ['A010001', '酸棗仁湯濃縮顆粒', 'chinese-drug'],
    ['09006C', '醣化血紅素', 'laboratory'],
    ['32001C', '胸腔檢查', 'imaging'],
    ['00158C', '一般門診診察費', 'fee'],
    ['42006C', '物理治療', 'other'],
  ] as const)('%s is %s', (code, display, kind) => {
    expect(kindOfOrder({ code, display })).toBe(kind);
  });

  it('recognise a prescription for a chronic illness by its codes or its name', () => {
    expect(isChronicPrescription([{ code: '05224C', display: null }])).toBe(true);
    expect(isChronicPrescription([{ code: 'X', display: '慢性病連續處方調劑' }])).toBe(true);
    expect(isChronicPrescription([{ code: '05210B', display: '一般處方' }])).toBe(false);
  });
});

describe('laboratory series', () => {
  it('join names only by the table, and state why', async () => {
    const row = (name: string, order: string, day: string) => ({
      'r7.3': '1',
      'r7.6': day,
      'r7.8': order,
      'r7.10': name,
      'r7.11': '5.0',
    });
    const series = listLaboratorySeries(
      await passbookOf(
        j2({
          r7: [
            row('ＨｂＡ１ｃ', '09006C', '20250101'),
            row('醣化血色素', '09006C', '20250601'),
            row('HbA1c', '09999C', '20250701'),
            row('Protein', '09999C', '20250801'),
          ],
        }),
      ),
    );
    expect(series.map(({ id, points }) => [id, points.length])).toEqual([
      ['09999C protein', 1],
      ['09999C hba1c', 1],
      ['hba1c', 2],
    ]);
    expect(series[2]?.analyte?.loinc).toBe('4548-4');
    expect(series[2]?.points.map(({ date }) => date)).toEqual(['2025-01-01', '2025-06-01']);
  });
});

describe('care', () => {
  it('lists allergies, screenings and programmes', async () => {
    const passbook = await samplePassbook();
    expect(listAllergies(passbook).map(({ severity }) => severity)).toEqual(['中度', '輕度']);
    const { checkups, screenings } = listPreventiveCare(passbook);
    expect(screenings.map(({ occurredOn }) => occurredOn)).toEqual([
      '2025-11-04',
      '2025-07-03',
      '2024-05-20',
      '2022-04-18',
    ]);
    expect(checkups.map(waistInCentimetres)).toEqual([92.5, 90.9]);
    expect(listProgrammes(passbook).map(({ section, period }) => [section, period.end])).toEqual([
      ['r12', null],
      ['r13', null],
      ['r14', null],
      ['r13', '2024-05-30'],
      ['r14', '2019-09-19'],
      ['r12', '2019-07-31'],
      ['r14', '2017-12-30'],
    ]);
  });

  it('sums costs per facility and year', async () => {
    const costs = summarizeCosts(await samplePassbook());
    expect(
      costs.find(({ year, organization }) => year === '2026' && organization.code === '1101990017'),
    ).toMatchObject({
      copayment: 240,
      points: 2636,
      encounters: [{ claims: [{}, {}] }],
    });
    expect(costs.map(({ year }) => year)).toEqual([...costs.map(({ year }) => year)].sort().reverse());
  });

  it('orders the timeline newest first, with the sources of each entry', async () => {
    const passbook = await samplePassbook();
    const timeline = listTimeline(passbook);
    const dates = timeline.map(({ date }) => date ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    // Contains every medical record, but not the declaration.
    const shown = new Set(timeline.flatMap(({ records }) => records));
    const all = Object.values(passbook.sections).flat();
    expect(all.filter((record) => !shown.has(record)).map(({ section }) => section)).toEqual(['r0']);
  });

  it('distinguishes empty sections from missing ones', async () => {
    const { sections, records } = summarize(
      await passbookOf(j2({ r2: [{ r2: '無資料' }], r6: [{ 'r6.1': '20260101' }] })),
    );
    expect(records).toBe(1);
    expect(sections.filter(({ held }) => held).map(({ key, records: count }) => [key, count])).toEqual([
      ['r2', 0],
      ['r6', 1],
    ]);
  });
});

describe('search', () => {
  it.each([
    ['糖尿病', 3],
    ['二甲雙胍', 2],
    ['HBA1C', 1],
    ['ｈｂａ１ｃ', 1],
    ['酸棗仁', 1],
    ['115/03/11', 5],
    ['2026-03-11', 5],
    ['明德 e1165', 2],
    ['  ', 0],
    ['查無此詞', 0],
  ])('finds %s', async (query, total) => {
    const index = createSearchIndex(await samplePassbook());
    const found = index.search(query);
    expect(found.records).toHaveLength(found.total);
    expect(found.total).toBeGreaterThanOrEqual(total);
    if (total === 0) expect(found.total).toBe(0);
  });

  it('agrees with reading every record, for every prefix of a query', async () => {
    const passbook = await samplePassbook();
    const index = createSearchIndex(passbook);
    const records = Object.values(passbook.sections).flat();
    const fold = (text: string) => text.normalize('NFKC').toLowerCase();
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [fold(value)]
        : Array.isArray(value)
          ? value.flatMap(texts)
          : Object.values(value as object).flatMap(texts);
    for (const query of ['第二型糖尿病 明德', '09006c', 'AC58990100', '0', '正常 安禾', 'chest pa']) {
      for (let end = 1; end <= query.length; end += 1) {
        const words = fold(query.slice(0, end)).split(/\s+/).filter(Boolean);
        const expected = records.filter(({ raw, date }) => {
          const all = [
            ...texts(raw),
            ...(date === null
              ? []
              : [date, `${Number(date.slice(0, 4)) - 1911}${date.slice(4).replaceAll('-', '/')}`]),
          ];
          return words.every((word) => all.some((text) => text.includes(word)));
        });
        expect(new Set(index.search(query.slice(0, end)).records), query.slice(0, end)).toEqual(
          new Set(expected),
        );
      }
    }
  });

  it('returns the newest up to the limit, and counts all', async () => {
    const rows = Array.from({ length: 50 }, (_, day) => ({
      'r6.1': `202601${String(1 + (day % 28)).padStart(2, '0')}`,
      'r6.3': '流感疫苗',
    }));
    const { total, records } = createSearchIndex(await passbookOf(j2({ r6: rows }))).search('流感', {
      limit: 5,
    });
    expect(total).toBe(50);
    expect(records.map(({ date }) => date)).toEqual([
      '2026-01-28',
      '2026-01-27',
      '2026-01-26',
      '2026-01-25',
      '2026-01-24',
    ]);
  });
});

describe('CSV', () => {
  const fileOf = async (sections: object, key: string, locale: 'zh-Hant' | 'en' = 'zh-Hant') =>
    writeCsv(await passbookOf(j2(sections)), { locale }).find((file) => file.key === key)?.text;

  it('starts with a byte-order mark and ends lines with CR LF', async () => {
    expect(await fileOf({ r6: [{ 'r6.1': '20251016', 'r6.3': '流感疫苗', 'r6.5': '衛生所' }] }, 'r6')).toBe(
      '\ufeff序號,接種日期,疫苗名稱,醫事機構名稱\r\n1,2025-10-16,流感疫苗,衛生所\r\n',
    );
  });

  it('quotes text, and neutralizes what a spreadsheet would run', async () => {
    const run = async (text: string) => (await fileOf({ r6: [{ 'r6.3': text }] }, 'r6'))?.split('\r\n')[1];
    expect(await run('=HYPERLINK("http://x")')).toBe(`1,,"'=HYPERLINK(""http://x"")",`);
    expect(await run('+1+cmd|calc')).toBe(`1,,'+1+cmd|calc,`);
    expect(await run('＝1+1')).toBe(`1,,'＝1+1,`);
    expect(await run('@SUM(A1)')).toBe(`1,,'@SUM(A1),`);
    expect(await run(' =1+1')).toBe(`1,,' =1+1,`);
    expect(await run('-5.5')).toBe('1,,-5.5,');
    expect(await run('a,b')).toBe('1,,"a,b",');
  });

  it('puts orders into a separate table, numbered by their record', async () => {
    const sections = { r1: [drug('20260301', '28'), { 'r1.5': '20260302' }, drug('20260303', '7')] };
    expect((await fileOf(sections, 'r1_1', 'en'))?.split('\r\n')).toEqual([
      '\ufeffNumber,Order code,Order,Total quantity,Days supplied',
      '1,AC58990100,藥,56.00,28',
      '3,AC58990100,藥,56.00,7',
      '',
    ]);
  });

  it('has a column for every field, including unknown ones', async () => {
    const text = await fileOf({ r6: [{ 'r6.1': '20260101', 'r6.9': '新' }], x1: [{ 'x1.1': 'y' }] }, 'r6');
    expect(text?.split('\r\n')[0]).toContain('r6.9');
    expect(await fileOf({ x1: [{ 'x1.1': 'y' }] }, 'x1')).toBe('\ufeff序號,x1.1\r\n1,y\r\n');
  });

  it('contains the whole sample', async () => {
    expect(writeCsv(await samplePassbook()).map(({ name }) => name)).toContain('糖尿病追蹤資料_追蹤紀錄.csv');
  });
});

describe('views in short slices', () => {
  it('are the same as those computed at once', async () => {
    const passbook = await passbookOf(j2File(enlarge(sample, 2_000)));
    const today = '2026-03-15';
    const views = await viewInTurns(passbook, { today });
    const { medications, series, encounters } = await views.lists();
    expect(medications).toEqual(listMedications(passbook, { today }));
    expect(series).toEqual(listLaboratorySeries(passbook));
    expect(encounters).toEqual(listEncounters(passbook));
    const { entries, kinds, organizations, years } = await views.timeline();
    expect(entries).toEqual(listTimeline(passbook));
    expect(new Set(kinds)).toEqual(new Set(entries.map(({ kind }) => kind)));
    expect(years).toEqual([...new Set(entries.flatMap(({ date }) => date?.slice(0, 4) ?? []))]);
    const visitsTo = (wanted: string | undefined): number =>
      entries.filter(({ organization }) => organization === wanted).length;
    expect(visitsTo(organizations[0])).toBeGreaterThanOrEqual(visitsTo(organizations.at(-1)));
    expect((await views.answer('糖尿病')).groups[0]).toMatchObject({ kind: 'visits' });
    expect(await views.section('r6')).toEqual(listSection(passbook.sections.r6));
  });

  it('stop when they are canceled', async () => {
    const stop = new AbortController();
    stop.abort();
    const made = viewInTurns(await samplePassbook(), { signal: stop.signal });
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
  });
});

import { allergyRow, compact, immunizationRow, type Row } from '../../passbook-rows/rows.js';
import type { CheckupFinding, CheckupValue, Life, Screening, ScreeningKind } from '../facts.js';
import type { Random } from '../random.js';
import type { Written } from './claims.js';
import { placeAsWritten, type Downloaded } from './writing.js';

/** Statements that there is no allergy, in the spellings that occur in place of an allergen. */
const nothing = [
  '無',
  'NP',
  'N.P.',
  '未記錄',
  '未過敏',
  '無過敏',
  'NKDA',
  '無藥物過敏',
  'No known drug allergy',
  '否認藥物過敏',
  'nil',
  '無已知過敏藥物',
  'ＮＫＡ',
];

const screened: Readonly<Record<ScreeningKind, readonly [string, string]>> = {
  colorectal: ['大腸癌篩檢', '定量免疫法糞便潛血檢查'],
  breast: ['乳癌篩檢', '乳房Ｘ光攝影檢查'],
  cervical: ['子宮頸癌篩檢', '子宮頸抹片檢查'],
  oral: ['口腔癌篩檢', '口腔黏膜檢查'],
};

/** Writes allergies, vaccinations, check-ups and screenings as rows of the NHI. */
export function writeCare(life: Downloaded, random: Random): Written[] {
  return [
    ...writeAllergies(life, random.of('allergies')),
    ...life.vaccinations.map((vaccination): Written => {
      const { id, at, on, vaccine, lot } = vaccination;
      const { name } = placeAsWritten(at, on, life, random.of(id));
      return { section: 'r6', on, tells: [id], row: immunizationRow(name, on, `${vaccine}(批號${lot})`) };
    }),
    ...life.checkups.map((checkup) => ({
      section: 'r10',
      on: checkup.on,
      tells: [checkup.id],
      row: checkupRow(life, checkup, random.of(checkup.id)),
    })),
    ...writeScreenings(life, random.of('screenings')),
  ];
}

function writeAllergies(life: Downloaded, random: Random): Written[] {
  const allergies = life.allergies.flatMap(({ id, substance, severity, reaction, reports }) =>
    reports.map(({ at, on }, index): Written => {
      const draw = random.of(id, index);
      const written = index > 0 && draw.chance(0.5) ? substance.toUpperCase() : substance;
      return {
        section: 'r4',
        on,
        tells: [id],
        row: allergyRow({
          facility: placeAsWritten(at, on, life, draw),
          uploadedOn: on,
          substance: written,
          severity,
          reaction,
        }),
      };
    }),
  );
  const denials = life.denials.map(({ id, at, on }): Written => {
    const draw = random.of(id);
    return {
      section: 'r4',
      on,
      tells: [id],
      row: allergyRow({
        facility: placeAsWritten(at, on, life, draw),
        uploadedOn: on,
        substance: draw.pick(nothing),
        severity: '',
        reaction: '',
      }),
    };
  });
  return [...allergies, ...denials];
}

/** The field of r10 that contains each value of a check-up. */
const checkupFields: Readonly<Record<CheckupValue, string>> = {
  totalCholesterol: 'r10.14',
  triglycerides: 'r10.15',
  hdl: 'r10.16',
  ldl: 'r10.17',
  glucose: 'r10.20',
  creatinine: 'r10.24',
  ast: 'r10.31',
  alt: 'r10.32',
};

/**
 * The number of the field that contains the code of each finding. The next field contains the text of the finding.
 * Hepatitis C has separate codes.
 */
const findingFields: Readonly<Record<CheckupFinding, number>> = {
  bloodPressure: 12,
  lipids: 18,
  glucose: 21,
  kidneys: 26,
  liver: 33,
  hepatitisC: 41,
};
const findingWords: Readonly<Record<string, string>> = {
  '2': '請諮詢醫師',
  '3': '需進一步檢查',
  '4': '需接受治療',
};

function findingsRow(findings: readonly CheckupFinding[], random: Random): Row {
  return Object.fromEntries(
    (Object.entries(findingFields) as [CheckupFinding, number][]).flatMap(([finding, field]) => {
      const looked = findings.includes(finding);
      const code = !looked ? '1' : finding === 'hepatitisC' ? '2' : random.of(finding).pick(['2', '3', '4']);
      const words = !looked ? '正常' : finding === 'hepatitisC' ? '異常' : findingWords[code];
      return [
        [`r10.${field}`, code],
        [`r10.${field + 1}`, words],
      ];
    }),
  );
}

function checkupRow(
  life: Downloaded,
  { at, on, values, findings }: Life['checkups'][number],
  random: Random,
): Row {
  const { name } = placeAsWritten(at, on, life, random.of('place'));
  const blank = Object.fromEntries(Array.from({ length: 42 }, (_, index) => [`r10.${index + 1}`, '']));
  const measured = Object.entries(checkupFields).map(([key, field]) => [
    field,
    String(values[key as CheckupValue] ?? 0),
  ]);
  return {
    ...blank,
    'r10.1': at.code,
    'r10.2': name,
    'r10.5': compact(on),
    'r10.6': '165',
    'r10.7': '68',
    'r10.8': '25.0',
    'r10.9': random.of('waist').pick(['34', '86']),
    'r10.10': '132',
    'r10.11': '78',
    ...Object.fromEntries(measured),
    ...findingsRow(findings, random.of('findings')),
    'r10.35': '3',
    'r10.36': '無(未執行)',
  };
}

/** Writes one row for each kind of screening, which contains the results of that kind. */
function writeScreenings(life: Downloaded, random: Random): Written[] {
  const kinds = [...new Set(life.screenings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const results = life.screenings.filter((screening) => screening.kind === kind).reverse();
    const [category, examination] = screened[kind];
    return {
      section: 'r11',
      on: results[0]?.on ?? life.to,
      tells: results.map(({ id }) => id),
      row: {
        'r11.1': category,
        'r11.2': examination,
        r11_1: results.map((screening) => {
          const draw = random.of(screening.id);
          return {
            'r11_1.1': compact(screening.on),
            'r11_1.2': placeAsWritten(screening.at, screening.on, life, draw).name,
            ...wordsOf(screening, draw),
          };
        }),
      },
    };
  });
}

function wordsOf({ result }: Screening, random: Random): Row {
  switch (result) {
    case 'normal':
      return { 'r11_1.3': random.pick(['無異常', '正常', '陰性']), 'r11_1.4': '無異常：建議定期接受檢查。' };
    case 'abnormal':
      return { 'r11_1.3': random.pick(['異常', '陽性']), 'r11_1.4': '異常：請儘速至醫院接受進一步檢查。' };
    case 'not-done':
      return { 'r11_1.3': random.pick(['未執行', '拒絕受檢', '檢體不良', '未受檢']), 'r11_1.4': '' };
  }
}

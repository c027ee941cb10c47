import { addDays } from '@mhb-kit/core/identity';
import { conditions } from './conditions.js';
import type {
  Allergy,
  Attendance,
  Checkup,
  CheckupFinding,
  CheckupValue,
  Course,
  Denial,
  Life,
  Operation,
  Report,
  Screening,
  ScreeningKind,
  Vaccination,
} from './facts.js';
import type { Outline } from './therapy.js';
import { clinics, hospitals, type Place } from './places.js';
import type { Random } from './random.js';

type Care = Pick<Life, 'allergies' | 'denials' | 'vaccinations' | 'checkups' | 'screenings' | 'attendances'>;

const substances: readonly (readonly [string, string])[] = [
  ['Penicillin', '皮疹(Rash)'],
  ['Diclofenac potassium 25mg tab', '蕁麻疹(Urticaria)、血管性水腫(Angioedema)'],
  ['Sulfamethoxazole', '史蒂芬強森症候群(SJS)'],
  ['Ibuprofen', '眼皮浮腫'],
  ['顯影劑', '噁心、嘔吐'],
  ['Allopurinol', '皮疹(Rash)'],
];
const vaccines = [
  '流感疫苗',
  '23價肺炎鏈球菌多醣體疫苗',
  'B型肝炎疫苗',
  '新冠疫苗(Moderna XBB.1.5)',
  '破傷風、白喉混合疫苗',
];

/**
 * The number of months after which each screening is repeated, according to the programmes of the Health Promotion
 * Administration.
 */
const screenedEvery: Readonly<Record<ScreeningKind, number>> = {
  colorectal: 24,
  breast: 24,
  cervical: 12,
  oral: 24,
};

const places = [...hospitals, ...clinics];

/**
 * Makes everything except drugs and laboratory results: allergies, vaccines, prevention, hospital stays and
 * treatments.
 */
export function makeCare(outline: Outline, sex: Life['sex'], courses: readonly Course[]): Care {
  const random = outline.random.of('care');
  return {
    allergies: [
      ...allergies(outline, random.of('allergies')),
      ...allergiesToOwn(outline, random.of('own drugs'), courses),
    ],
    denials: denials(outline, random.of('denials')),
    vaccinations: vaccinations(outline, random.of('vaccinations')),
    checkups: checkups(outline, random.of('checkups')),
    screenings: screenings(outline, random.of('screenings'), sex),
    attendances: [
      ...treatments(outline, random.of('treatments')),
      ...admissions(outline, random.of('admissions')),
      ...dayOperations(outline, random.of('day operations')),
    ],
  };
}

const somewhere = ({ from, to }: Outline, random: Random): Report => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return { at: random.of('at').pick(places), on: addDays(from, random.of('on').integer(0, days)) };
};

function allergies(outline: Outline, random: Random): Allergy[] {
  const count = random.pick([0, 0, 1, 1, 2]);
  return random
    .shuffle(substances)
    .slice(0, count)
    .map(([substance, reaction], index) => {
      const draw = random.of(index);
      const again = outline.habits.has('allergy-again') ? draw.of('again').integer(0, 2) : 0;
      return {
        id: `allergy-${index}`,
        substance,
        reaction,
        severity: draw.pick(['輕度', '中度', '重度'] as const),
        reports: Array.from({ length: 1 + again }, (_, number) =>
          somewhere(outline, draw.of('report', number)),
        ),
      };
    });
}

/**
 * Makes an allergy to an ingredient of one of the person's long-term drugs. The ingredient is unrelated to the
 * substances above.
 */
function allergiesToOwn(outline: Outline, random: Random, courses: readonly Course[]): Allergy[] {
  const taken = [...new Set(courses.map(({ drug }) => drug.ingredient))].filter((ingredient) =>
    /^(?:metformin|amlodipine|atorvastatin|valsartan|esomeprazole|entecavir|levothyroxine)$/u.test(
      ingredient,
    ),
  );
  if (!outline.habits.has('allergy-to-own-drug') || taken.length === 0 || !random.chance(0.4)) return [];
  const substance = random.pick(taken);
  return [
    {
      id: 'allergy-own',
      substance: substance.charAt(0).toUpperCase() + substance.slice(1),
      reaction: '皮疹(Rash)',
      severity: '輕度',
      reports: [somewhere(outline, random.of('report'))],
    },
  ];
}

function denials(outline: Outline, random: Random): Denial[] {
  if (!outline.habits.has('no-allergy')) return [];
  return Array.from({ length: random.integer(0, 3) }, (_, number) => ({
    id: `denial-${number}`,
    ...somewhere(outline, random.of(number)),
  }));
}

const vaccinations = (outline: Outline, random: Random): Vaccination[] =>
  random
    .shuffle(vaccines)
    .slice(0, random.integer(0, 3))
    .map((vaccine, index) => ({
      id: `vaccine-${index}`,
      vaccine,
      lot: `A${random.of('lot', index).integer(1000, 9999)}`,
      ...somewhere(outline, random.of('where', index)),
    }));

const checkupValues: Readonly<Record<CheckupValue, readonly [number, number, number]>> = {
  totalCholesterol: [140, 260, 0],
  triglycerides: [60, 260, 0],
  hdl: [32, 75, 0],
  ldl: [70, 180, 0],
  glucose: [78, 150, 0],
  creatinine: [0.5, 1.8, 2],
  ast: [12, 60, 0],
  alt: [10, 75, 0],
};

function checkups(outline: Outline, random: Random): Checkup[] {
  return Array.from({ length: random.integer(0, 2) }, (_, number) => {
    const draw = random.of(number);
    const values = Object.entries(checkupValues).map(([key, [low, high, decimals]]) => {
      const value = Number((low + (high - low) * draw.of(key).next()).toFixed(decimals));
      const left = outline.habits.has('checkup-zero') && draw.of(key, 'left').chance(0.15);
      return [key, left ? null : value];
    });
    return {
      id: `checkup-${number}`,
      ...somewhere(outline, draw.of('where')),
      values: Object.fromEntries(values) as Checkup['values'],
      findings: checkupFindings.filter((finding) => draw.of('finding', finding).chance(0.2)),
    };
  });
}

const checkupFindings: readonly CheckupFinding[] = [
  'bloodPressure',
  'lipids',
  'glucose',
  'kidneys',
  'liver',
  'hepatitisC',
];

/** Makes screenings at about the intervals of the programmes, until the day on which the person stopped going. */
function screenings(outline: Outline, random: Random, sex: Life['sex']): Screening[] {
  const kinds: ScreeningKind[] =
    sex === 'female' ? ['colorectal', 'breast', 'cervical', 'oral'] : ['colorectal', 'oral'];
  return kinds.flatMap((kind) => {
    const draw = random.of(kind);
    if (!draw.chance(0.5)) return [];
    const made: Screening[] = [];
    let on = addDays(outline.from, draw.integer(0, 700));
    for (let number = 0; on <= outline.to; number += 1) {
      const one = draw.of(number);
      const result =
        outline.habits.has('screening-not-done') && one.of('not').chance(0.25)
          ? 'not-done'
          : one.of('result').chance(0.25)
            ? 'abnormal'
            : 'normal';
      made.push({ id: `${kind}-${number}`, kind, at: one.pick(places), on, result });
      // A person with a positive result is examined elsewhere and, until then, is not screened again.
      if (result === 'abnormal') break;
      on = addDays(on, screenedEvery[kind] * 30 + one.integer(10, 200));
    }
    return made;
  });
}

function treatments({ from, to, habits }: Outline, random: Random): Attendance[] {
  if (!habits.has('treatments') || !random.chance(0.4)) return [];
  const at = random.pick(clinics);
  const first = addDays(from, random.integer(10, 200));
  return Array.from({ length: 6 }, (_, index) => addDays(first, index * 3))
    .filter((on) => on <= to)
    .map((on, index) => ({
      id: `treatment-${index}`,
      kind: 'treatment' as const,
      at,
      on,
      serial: '0077',
      diagnoses: [conditions.backPain],
      services: [{ code: '42006C', name: '物理治療－中度（複雜）', quantity: 1 }],
      copayment: 50,
      points: 300,
    }));
}

function admissions({ from, to, habits }: Outline, random: Random): Attendance[] {
  if (!random.chance(0.3)) return [];
  const at: Place = random.pick(hospitals);
  const on = addDays(from, random.integer(20, 300));
  // A stay must not extend past the end of a year, so that it is clear to which year its costs belong.
  const until = addDays(on, random.integer(2, 9));
  if (until > to || until.slice(0, 4) !== on.slice(0, 4)) return [];
  return [
    {
      id: 'admission-0',
      kind: 'admission',
      at,
      on,
      until: habits.has('open-admission') && random.of('open').chance(0.6) ? null : until,
      serial: '0001',
      diagnoses: [conditions.infection, conditions.hypertension],
      ...(random.of('operated').chance(0.5) ? { operation: random.of('operation').pick(operations) } : {}),
      services: [
        { code: '02007A', name: '一般病床住院診察費（天）', quantity: 4 },
        { code: 'AC45990221', name: '“禾安”頭孢注射劑１公克', quantity: 8 },
      ],
      copayment: random.integer(1000, 9000),
      points: random.integer(20_000, 90_000),
    },
  ];
}

const operations: readonly Operation[] = [
  { code: '0FT44ZZ', name: '經皮內視鏡膽囊切除術' },
  { code: '027034Z', name: '冠狀動脈擴張術，使用藥物塗層支架' },
];

/** Makes operations that do not require a hospital stay. */
function dayOperations({ from, to }: Outline, random: Random): Attendance[] {
  if (!random.chance(0.2)) return [];
  const on = addDays(from, random.integer(30, 330));
  if (on > to) return [];
  return [
    {
      id: 'day-operation-0',
      kind: 'visit',
      at: random.pick(hospitals),
      on,
      serial: '0888',
      diagnoses: [conditions.cataract],
      operation: { code: '08RJ3JZ', name: '右側水晶體置換術，使用合成替代物' },
      services: [{ code: '86008C', name: '水晶體囊內（外）摘除術及人工水晶體置入術', quantity: 1 }],
      copayment: random.integer(200, 1500),
      points: random.integer(8000, 20_000),
    },
  ];
}

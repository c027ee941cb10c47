import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import { conditions } from './conditions.js';
import type { Attendance, Condition, Course, Drug, Ending, Product, Service, Supply } from './facts.js';
import { drugs } from './formulary.js';
import type { Habit } from './habits.js';
import { passingComplaints } from './passing-complaints.js';
import { clinics, hospitals, pharmacies, type Place } from './places.js';
import type { Random } from './random.js';
import type { Made, Outline, Therapy } from './therapy.js';

/** The number of days that one part of a prescription for a chronic illness covers, and the number of parts. */
const daysOfPart = 28;
const parts = 3;
/** The number of days before the previous supply runs out from which a refill may be collected. */
const earliest = 10;

/** A drug on a prescriber's list. */
interface Item {
  readonly id: string;
  readonly drug: Drug;
  readonly purpose: Condition | null;
  readonly supplies: Supply[];
  product: Product;
  dose: number;
  ending: Ending;
  /** The last day for which there are tablets. */
  end: LocalDate;
}

const chronic: Readonly<Record<string, readonly (readonly Drug[])[]>> = {
  diabetes: [[drugs.metformin500], [drugs.glimepiride2], [drugs.linagliptin5], [drugs.empagliflozin10]],
  hypertension: [[drugs.amlodipine5], [drugs.bisoprolol5], [drugs.valsartan80], [drugs.furosemide40]],
  hyperlipidaemia: [[drugs.atorvastatin20], [drugs.rosuvastatin10]],
  coronary: [[drugs.aspirin100]],
  gout: [[drugs.allopurinol100], [drugs.febuxostat80]],
  hypothyroidism: [[drugs.levothyroxine50]],
  prostate: [[drugs.tamsulosin02]],
  insomnia: [[drugs.zolpidem10], [drugs.lorazepam1]],
  asthma: [[drugs.budesonideFormoterol]],
  hepatitisB: [[drugs.entecavir05]],
  reflux: [[drugs.esomeprazole40]],
  arthritis: [[drugs.celecoxib200]],
};

/** Pairs of drugs of one group, of which a later visit may replace the first with the second. */
const alternatives: readonly (readonly [Drug, Drug])[] = [
  [drugs.amlodipine5, drugs.nifedipine30],
  [drugs.atorvastatin20, drugs.rosuvastatin10],
  [drugs.rosuvastatin10, drugs.atorvastatin20],
  [drugs.glimepiride2, drugs.gliclazide30],
  [drugs.allopurinol100, drugs.febuxostat80],
  [drugs.bisoprolol5, drugs.atenolol50],
  [drugs.valsartan80, drugs.olmesartan40],
  [drugs.esomeprazole40, drugs.lansoprazole30],
];
const strengths: readonly (readonly [Drug, Drug])[] = [
  [drugs.amlodipine5, drugs.amlodipine10],
  [drugs.atorvastatin20, drugs.atorvastatin40],
  [drugs.valsartan80, drugs.valsartan160],
  [drugs.empagliflozin10, drugs.empagliflozin25],
  [drugs.levothyroxine50, drugs.levothyroxine100],
];
/**
 * Pairs of a drug and the drug that a second prescriber adds without knowing about the first. The second drug has
 * the same ingredient or belongs to the same group.
 */
const duplicates: readonly (readonly [Drug, Drug])[] = [
  [drugs.amlodipine5, drugs.amlodipine5],
  [drugs.amlodipine5, drugs.amlodipine10],
  [drugs.metformin500, drugs.metformin500],
  [drugs.atorvastatin20, drugs.rosuvastatin10],
  [drugs.rosuvastatin10, drugs.atorvastatin20],
  [drugs.esomeprazole40, drugs.lansoprazole30],
  [drugs.zolpidem10, drugs.lorazepam1],
  [drugs.valsartan80, drugs.enalapril10],
  [drugs.glimepiride2, drugs.gliclazide30],
  [drugs.bisoprolol5, drugs.bisoprolol5],
];
/** Pairs of drugs that are intended to be taken together. */
const harmless: readonly (readonly [keyof typeof conditions, readonly Drug[]])[] = [
  ['coronary', [drugs.aspirin100, drugs.clopidogrel75]],
  ['diabetes', [drugs.insulinGlargine, drugs.insulinAspart]],
  ['asthma', [drugs.budesonideFormoterol, drugs.tiotropium]],
];

const other = (pairs: readonly (readonly [Drug, Drug])[], drug: Drug): Drug | undefined =>
  pairs.find(([one]) => one.key === drug.key)?.[1];

/** Makes all drugs of a person, with the prescribers, the days of dispensing and the ends of the courses. */
export function makeTherapy(outline: Outline): Therapy {
  const { habits, random } = outline;
  const ill = random.of('ill').shuffle(Object.keys(chronic)) as (keyof typeof conditions)[];
  const first = ill.slice(0, random.of('first').integer(1, 4));
  const second = ill.slice(first.length, first.length + random.of('second').integer(0, 2));
  const choose = (key: keyof typeof conditions, index: number): Plan[] => {
    const options = chronic[key] ?? [];
    const count = key === 'diabetes' || key === 'hypertension' ? random.of('count', key).integer(1, 2) : 1;
    return random
      .of('choose', key, index)
      .shuffle(options)
      .slice(0, count)
      .flat()
      .map((drug) => ({ drug, purpose: conditions[key] }));
  };
  const plans = [first.flatMap(choose), second.flatMap(choose)] as [Plan[], Plan[]];

  const pairing = random.of('pair');
  const pair = pairing.pick(harmless);
  if (habits.has('harmless-pair') && pairing.chance(0.4)) {
    for (const drug of pair[1]) {
      if (plans.flat().some((plan) => plan.drug.key === drug.key)) continue;
      plans[0].push({ drug, purpose: conditions[pair[0]] });
    }
  }
  const twice = random.of('twice');
  if (habits.has('true-duplicate') && twice.chance(0.5)) {
    const known = plans[0].map(({ drug, purpose }) => ({ drug: other(duplicates, drug), purpose }));
    const added = known.find(({ drug }) => drug !== undefined);
    if (added?.drug !== undefined) {
      plans[1].push({ drug: added.drug, purpose: added.purpose, fixed: true });
      // A duplicated drug does not change, so that the true answer is unambiguous.
      for (const plan of plans[0]) if (other(duplicates, plan.drug) === added.drug) plan.fixed = true;
    }
  }
  const strengthsOf = random.of('two-strengths');
  if (habits.has('two-strengths') && strengthsOf.chance(0.5)) {
    const thyroid = plans[0].find(({ drug }) => drug.key === drugs.levothyroxine50.key);
    if (thyroid !== undefined) {
      thyroid.fixed = true;
      plans[0].push({ drug: drugs.levothyroxine100, purpose: conditions.hypothyroidism, fixed: true });
    }
  }

  const regimens = [
    regimen(outline, 'a', random.of('place', 'a').pick(hospitals), plans[0]),
    regimen(outline, 'b', random.of('place', 'b').pick(clinics), plans[1]),
  ];
  const passing = passingComplaints(outline);
  return {
    conditions: [...new Set([...plans.flat(), ...[]].flatMap(({ purpose }) => purpose ?? []))],
    courses: [...regimens.flatMap((made) => made.courses), ...passing.courses],
    attendances: [...regimens.flatMap((made) => made.attendances), ...passing.attendances],
  };
}

interface Plan {
  readonly drug: Drug;
  readonly purpose: Condition | null;
  /** Whether later visits must not change the drug. */
  fixed?: boolean;
}

/**
 * Makes the drugs that one prescriber orders from visit to visit, and the collections of the prescription's parts.
 */
function regimen(outline: Outline, id: string, prescriber: Place, plans: readonly Plan[]): Made {
  const { from, to, habits, random: root } = outline;
  if (plans.length === 0) return { courses: [], attendances: [] };
  const random = root.of('regimen', id);
  const attendances: Attendance[] = [];
  const courses: Course[] = [];
  const brandOnly = habits.has('brand-only-names') && random.of('brand').chance(0.4);
  const start = (plan: Plan, number: string): Item => {
    const known = plan.drug.products.filter(({ namesIngredient }) => namesIngredient !== brandOnly);
    const product = random.of('product', number).pick(known.length > 0 ? known : plan.drug.products);
    return {
      id: `${id}-${number}`,
      drug: plan.drug,
      purpose: plan.purpose,
      supplies: [],
      product,
      dose: plan.drug.usualDose,
      ending: { how: 'open' },
      end: '',
    };
  };
  const finish = ({ id: courseId, drug, purpose, supplies, ending }: Item): void => {
    if (supplies.length > 0) courses.push({ id: courseId, drug, prescriber, purpose, supplies, ending });
  };

  let items = plans.map((plan, index) => ({ item: start(plan, String(index)), plan }));
  let on = addDays(from, random.of('begin').integer(0, 60));
  const pharmacy = random.of('pharmacy').pick(pharmacies);
  for (let visit = 0; on <= to && items.length > 0; visit += 1) {
    const chance = random.of('visit', visit);
    if (visit > 0) items = change(items, on, habits, chance, visit, start, finish);
    const diagnoses = [...new Set(items.flatMap(({ item }) => item.purpose ?? []))];
    const principal = chance.of('principal').integer(0, Math.max(0, diagnoses.length - 1));
    const ordered = [...diagnoses.slice(principal), ...diagnoses.slice(0, principal)];
    const journey =
      habits.has('whole-course-at-once') && chance.of('journey').chance(0.1) && carried(items, on) <= 5;
    const collections = journey ? 1 : parts;
    const days = journey ? daysOfPart * parts : daysOfPart;
    const atPharmacy = habits.has('pharmacy-refill') && chance.of('at').chance(0.6);
    const released =
      !journey &&
      prescriber.kind === 'clinic' &&
      habits.has('clinic-and-pharmacy-row') &&
      chance.of('released').chance(0.7);
    for (let part = 1; part <= collections && on <= to; part += 1) {
      const draw = chance.of('part', part);
      const elsewhere = part > 1 && atPharmacy;
      const serial =
        part === 1 ? String(((visit * 3 + (id === 'a' ? 1 : 2)) % 9000) + 1).padStart(4, '0') : `IC0${part}`;
      const attendance: Attendance = {
        id: `${id}-${visit}-${part}`,
        kind: part === 1 ? 'visit' : elsewhere ? 'dispense' : 'refill',
        at: elsewhere ? pharmacy : prescriber,
        on,
        serial,
        diagnoses: ordered,
        services: services(part, elsewhere, prescriber, habits, draw),
        copayment: part === 1 ? draw.pick([50, 100, 240, 420]) : draw.pick([0, 0, 20]),
        points: draw.integer(300, 2400),
      };
      attendances.push(attendance);
      let shown = [attendance.id];
      let collectedOn = on;
      if (part === 1 && released) {
        collectedOn = addDays(on, draw.of('walk').pick([0, 0, 0, 1, 2]));
        const dispensed: Attendance = {
          ...attendance,
          id: `${attendance.id}-p`,
          kind: 'dispense',
          at: pharmacy,
          on: collectedOn,
          services: services(2, true, prescriber, habits, draw.of('pharmacy')),
          copayment: 0,
          points: draw.integer(100, 900),
        };
        if (collectedOn <= to) {
          attendances.push(dispensed);
          shown = [attendance.id, dispensed.id];
        } else collectedOn = on;
      }
      for (const { item } of items) hand(item, collectedOn, days, part, shown, habits, draw.of(item.id));
      const soonest = items.map(({ item }) => item.end).sort()[0] ?? on;
      on = nextCollection(addDays(soonest, 1), collectedOn, habits, draw);
    }
  }
  for (const { item } of items) finish(item);
  return { courses, attendances };
}

/** Returns the number of days for which there are tablets left. */
const carried = (items: readonly { readonly item: Item }[], on: LocalDate): number =>
  Math.max(0, ...items.map(({ item }) => (item.end === '' ? 0 : daysFromTo(on, item.end) + 1)));

export const daysFromTo = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function nextCollection(
  due: LocalDate,
  last: LocalDate,
  habits: ReadonlySet<Habit>,
  draw: Random,
): LocalDate {
  const early = draw.of('early').integer(0, earliest);
  const late = draw.of('late');
  if (habits.has('late-refill') && late.chance(0.15)) return addDays(due, late.integer(1, 6));
  if (!habits.has('early-refill')) return due;
  const collected = addDays(due, -early);
  return collected > last ? collected : addDays(last, 1);
}

/** Dispenses one part of an item. The person takes leftover tablets first. */
function hand(
  item: Item,
  on: LocalDate,
  days: number,
  part: number,
  attendances: readonly string[],
  habits: ReadonlySet<Habit>,
  draw: Random,
): void {
  const brands = item.drug.products.filter(({ namesIngredient }) => namesIngredient);
  if (
    habits.has('other-brand') &&
    item.product.namesIngredient &&
    brands.length > 1 &&
    draw.of('brand').chance(0.25)
  ) {
    item.product = draw.of('which').pick(brands.filter(({ code }) => code !== item.product.code));
  }
  const stated = draw.of('stated');
  // Only later parts state the days incorrectly, because the first part has to show the tablets per day.
  const statedDays: Supply['statedDays'] =
    part === 1
      ? 'true'
      : habits.has('days-of-course') && stated.chance(0.1)
        ? 'whole-course'
        : habits.has('days-absent') && stated.chance(0.1)
          ? stated.pick(['none', 'zero'])
          : 'true';
  const supply: Supply = {
    on,
    product: item.product,
    dosePerDay: item.dose,
    days,
    quantity: Math.round(item.dose * days * 100) / 100,
    statedDays,
    chronic: true,
    attendances,
  };
  const before = item.supplies.at(-1);
  const goesOn =
    before?.dosePerDay === item.dose &&
    (item.drug.use === 'daily' || item.drug.use === 'course') &&
    item.end >= on;
  item.supplies.push(supply);
  item.end = addDays(goesOn ? item.end : addDays(on, -1), days);
}

type Listed = readonly { readonly item: Item; readonly plan: Plan }[];

/** Changes some of the items, as a later visit may do. */
function change(
  items: Listed,
  on: LocalDate,
  habits: ReadonlySet<Habit>,
  chance: Random,
  visit: number,
  start: (plan: Plan, number: string) => Item,
  finish: (item: Item) => void,
): { item: Item; plan: Plan }[] {
  return items.flatMap(({ item, plan }, index) => {
    const draw = chance.of('change', index);
    const kept = [{ item, plan }];
    if (plan.fixed === true || !draw.chance(0.13)) return kept;
    const kind = draw.pick([
      'dose-change',
      'replaced-drug',
      'replaced-drug',
      'strength-change',
      'stopped-drug',
    ] as const);
    if (!habits.has(kind)) return kept;
    const successor = (drug: Drug | undefined): { item: Item; plan: Plan }[] => {
      if (drug === undefined || items.some((listed) => listed.item.drug.key === drug.key)) return kept;
      item.ending = { how: 'replaced', on };
      finish(item);
      const next = { ...plan, drug };
      return [{ item: start(next, `${index}-${visit}`), plan: next }];
    };
    switch (kind) {
      case 'dose-change':
        if (item.drug.route === 'mouth')
          item.dose = item.dose === item.drug.usualDose ? item.dose * 2 : item.drug.usualDose;
        return kept;
      case 'replaced-drug':
        return successor(other(alternatives, item.drug));
      case 'strength-change':
        return successor(other(strengths, item.drug));
      case 'stopped-drug':
        // A person who has been ill for years keeps taking at least one drug.
        if (items.length <= 2) return kept;
        item.ending = { how: 'stopped', on };
        finish(item);
        return [];
    }
  });
}

function services(
  part: number,
  elsewhere: boolean,
  prescriber: Place,
  habits: ReadonlySet<Habit>,
  draw: Random,
): Service[] {
  const chronicSign: Service =
    prescriber.kind === 'hospital'
      ? { code: '00158C', name: '一般門診診察費－醫院開具二十八天以上之慢性病連續處方', quantity: 1 }
      : { code: '00159C', name: '一般門診診察費－開具慢性病連續處方', quantity: 1 };
  const dispensing: Service = elsewhere
    ? { code: '05223B', name: '藥事服務費－特約藥局（慢性病連續處方調劑）', quantity: 1 }
    : { code: '05206B', name: '門診藥事服務費－慢性病連續處方給藥（２８天以上）', quantity: 1 };
  const fees: Service[] = habits.has('fees-and-injections')
    ? [
        { code: '00154A', name: '一般門診診察費（加計）', quantity: 1 },
        { code: '47029C', name: '血糖監測（每次）', quantity: 1 },
      ]
    : [];
  return [...(part === 1 ? [chronicSign] : []), dispensing, ...(draw.of('fee').chance(0.5) ? fees : [])];
}

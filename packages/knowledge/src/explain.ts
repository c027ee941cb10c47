import type {
  Analyte,
  AnalyteId,
  DiabetesVisit,
  DrugIngredient,
  HepatitisVisit,
  KidneyVisit,
  KnownRecord,
  LaboratoryResult,
  LaboratorySeries,
  Medication,
  Order,
  PreventiveCheckup,
} from '@mhb-kit/core/passbook';
import { isDentalProcedure } from './dental/index.js';
import { describe, type DescribeOptions, type Explanation } from './describe.js';
import type { Subject } from './entry/subject.js';
import { termFieldsOf } from './terms/index.js';

/**
 * The input of `explain`: a record of the passbook, an order in it, an entry of core's views, or a subject.
 */
export type Explainable = KnownRecord | Order | LaboratorySeries | Medication | Subject;

export interface ExplainOptions extends DescribeOptions {
  /**
   * Pass core's `analyteOf` to have examination results explained by their analyte and not only by their order.
   * This package contains data and look-ups, and does not parse the names of tests itself.
   */
  readonly analyteOf?: (result: LaboratoryResult) => Analyte | null;
}

/**
 * Explains in plain words the subject of a record: the test that was measured, the drug, the order or the
 * diagnosis. The most specific explanation comes first. Unknown terms are left out, so the list may be empty. The
 * contents of a record never cause an error.
 *
 * @example
 * const [first] = await explain(listLaboratory(passbook).series[0], { language: 'en', analyteOf });
 * // first.name: 'Three-month average blood sugar (HbA1c)'; first.text, first.ask, first.sources, first.written
 */
export async function explain(what: Explainable, options: ExplainOptions): Promise<readonly Explanation[]> {
  const found = await Promise.all(subjectsOf(what, options).map((subject) => describe(subject, options)));
  return found.filter((explanation) => explanation !== null);
}

/** Returns the subjects that a record names, without duplicates and with the most specific one first. */
export function subjectsOf(
  what: Explainable,
  { analyteOf }: Pick<ExplainOptions, 'analyteOf'> = {},
): readonly Subject[] {
  const seen = new Set<string>();
  return [...named(what, analyteOf)].filter((subject) => {
    const key = JSON.stringify(subject);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function* named(what: Explainable, analyteOf: ExplainOptions['analyteOf']): Generator<Subject> {
  if ('section' in what) yield* ofRecord(what, analyteOf);
  else if ('points' in what) yield* ofSeries(what);
  else if ('supplies' in what) {
    if (what.kind === 'chinese-drug') yield* ofFormula(what.display);
    yield* ofIngredients(what.product?.ingredients ?? []);
    yield* ofCode('product', what.code);
  } else if ('sequence' in what) yield* ofOrder(what);
  else yield what;
}

function* ofSeries({ analyte, order }: LaboratorySeries): Generator<Subject> {
  if (analyte !== null) yield { kind: 'analyte', id: analyte.id };
  yield* ofCode('order', order.code);
}

function* ofOrder({ code, display, product, bodySite }: Order): Generator<Subject> {
  if (product !== null) {
    yield* ofIngredients(product.ingredients);
    yield* ofCode('product', code);
  } else if (code !== null && isHerbalCode(code)) yield* ofFormula(display);
  else yield* ofService(code);
  const tooth = product === null ? (bodySite?.code ?? null) : null;
  if (tooth !== null) yield { kind: 'tooth', code: tooth };
}

/**
 * Yields the subject for the code of a fee, examination or treatment. The codes of dentistry and of Chinese
 * medicine have separate kinds of subjects.
 */
function* ofService(code: string | null): Generator<Subject> {
  if (code === null) return;
  if (isDentalProcedure(code)) yield { kind: 'dental-procedure', code };
  else if (/^[A-F]\d{2}$/.test(code)) yield { kind: 'chinese-medicine-treatment', code };
  else yield { kind: 'order', code };
}

/** The NHI codes for Chinese medicines consist of a letter and six digits (`A003284`). */
const isHerbalCode = (code: string): boolean => /^[A-Z]\d{6}$/.test(code);

const ofFormula = (name: string | null): Subject[] =>
  name === null ? [] : [{ kind: 'chinese-medicine', name }];

const ofIngredients = (ingredients: readonly DrugIngredient[]): Subject[] =>
  ingredients.map(({ id, group }) => ({ kind: 'drug', id, group: group.id }));

const ofCode = (kind: 'order' | 'product', code: string | null): Subject[] =>
  code === null ? [] : [{ kind, code }];

/** The analytes measured in check-ups, keyed by the field of core's record. */
const measuredInCheckups: Readonly<Partial<Record<keyof PreventiveCheckup, AnalyteId>>> = {
  fastingGlucose: 'glucose',
  totalCholesterol: 'total-cholesterol',
  ldlCholesterol: 'ldl-cholesterol',
  hdlCholesterol: 'hdl-cholesterol',
  triglycerides: 'triglycerides',
  creatinine: 'creatinine',
  glomerularFiltrationRate: 'egfr',
  ureaNitrogen: 'urea-nitrogen',
  urineProtein: 'urine-protein',
  ast: 'ast',
  alt: 'alt',
  hepatitisBSurfaceAntigen: 'hepatitis-b-surface-antigen',
  hepatitisCAntibody: 'hepatitis-c-antibody',
  systolic: 'systolic-blood-pressure',
  diastolic: 'diastolic-blood-pressure',
  bodyMassIndex: 'body-mass-index',
  waist: 'waist-circumference',
  weight: 'body-weight',
  height: 'body-height',
};

/** The analytes measured at programme visits, keyed by the field of core's record. */
const measuredInProgrammes: Readonly<
  Partial<Record<keyof DiabetesVisit | keyof KidneyVisit | keyof HepatitisVisit, AnalyteId>>
> = {
  hba1c: 'hba1c',
  ldlCholesterol: 'ldl-cholesterol',
  fastingGlucose: 'glucose',
  triglycerides: 'triglycerides',
  creatinine: 'creatinine',
  glomerularFiltrationRate: 'egfr',
  urineProteinCreatinineRatio: 'urine-protein-creatinine-ratio',
  systolic: 'systolic-blood-pressure',
  diastolic: 'diastolic-blood-pressure',
  hepatitisBSurfaceAntigen: 'hepatitis-b-surface-antigen',
  hepatitisBEAntigen: 'hepatitis-b-e-antigen',
  hepatitisCAntibody: 'hepatitis-c-antibody',
  ast: 'ast',
  alt: 'alt',
};

function* ofMeasured(
  record: object,
  fields: Readonly<Partial<Record<string, AnalyteId>>>,
): Generator<Subject> {
  const values: Readonly<Record<string, unknown>> = { ...record };
  for (const [field, id] of Object.entries(fields))
    if (id !== undefined && (values[field] ?? null) !== null) yield { kind: 'analyte', id };
}

function* ofRecord(record: KnownRecord, analyteOf: ExplainOptions['analyteOf']): Generator<Subject> {
  // Records are recognized by their fields, so that a new section needs no entry here if its records are of a
  // known kind.
  if ('orders' in record) {
    for (const { code } of record.diagnoses)
      if (code !== null) yield { kind: 'diagnosis', code, on: record.date };
    for (const { code } of record.procedures) yield* ofService(code);
    for (const order of record.orders) yield* ofOrder(order);
  } else if ('ingredients' in record) {
    yield* ofIngredients(record.ingredients);
  } else if ('order' in record) {
    const analyte = 'analyte' in record ? (analyteOf?.(record) ?? null) : null;
    if (analyte !== null) yield { kind: 'analyte', id: analyte.id };
    yield* ofCode('order', record.order.code);
  } else if ('vaccine' in record) {
    if (record.vaccine !== null) yield { kind: 'vaccine', name: record.vaccine };
  } else if ('height' in record) {
    yield { kind: 'screening', name: 'checkup' };
    yield* ofMeasured(record, measuredInCheckups);
  } else if ('visits' in record) {
    yield { kind: 'programme', id: record.section };
    for (const visit of record.visits) yield* ofMeasured(visit, measuredInProgrammes);
  } else if ('results' in record) {
    yield { kind: 'screening', name: `${record.category ?? ''}${record.examination ?? ''}` };
  } else {
    for (const field of termFieldsOf(record.section)) yield { kind: 'term', field };
  }
}

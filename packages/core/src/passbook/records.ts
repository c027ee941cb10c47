import type {
  AllergyIntolerance,
  AnyRecord,
  Claim,
  Coded,
  Examination,
  HepatitisVisit,
  Immunization,
  Order,
  Organization,
  OutpatientKind,
  PartialDate,
  PreventiveCheckup,
  Programme,
  ProgrammeVisit,
  RawRow,
  RecordTypes,
  Source,
} from './model.js';
import { NoteCollector } from './notes.js';
import { isDrugCode } from './orders.js';
import { sectionOf, type SectionKey } from './sections.js';
import { FieldReader, readNumber, rowsOf, textOf } from './values.js';

/** From raw rows to typed records, a function a section. */

type Build<K extends SectionKey> = (
  row: RawRow,
  sources: readonly Source[],
  read: FieldReader,
) => RecordTypes[K];

function codedOf(row: RawRow, codeKey: string, displayKey: string): Coded | null {
  const code = textOf(row, codeKey);
  const display = textOf(row, displayKey);
  return code === null && display === null ? null : { code, display };
}

const noOrganization = { division: null, telephone: null, address: null } as const;

/** Keys of `count` pairs (code, name) from field number `first`, made once. */
const pairKeys = (section: string, first: number, count: number): (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => [
    `${section}.${first + 2 * index}`,
    `${section}.${first + 2 * index + 1}`,
  ]);

/** Most rows hold none or one; a list that grows by `push` would take room for sixteen. */
function codedList(row: RawRow, keys: readonly (readonly [string, string])[]): readonly Coded[] {
  let list = noCodes;
  for (const [codeKey, displayKey] of keys) {
    const coded = codedOf(row, codeKey, displayKey);
    if (coded !== null) list = list === noCodes ? [coded] : [...list, coded];
  }
  return list;
}

const noCodes: readonly Coded[] = [];

/** Fields 1–4 of a section: division and facility. */
function facilityReader(section: string): (row: RawRow, read: FieldReader) => Organization {
  const keyOf = (number: number): string => `${section}.${number}`;
  const [divisionCode, division, code, name] = [keyOf(1), keyOf(2), keyOf(3), keyOf(4)];
  return (row, read) =>
    read.organization(textOf(row, code), textOf(row, name), textOf(row, divisionCode), textOf(row, division));
}

/** Where a claim section keeps what all claims have. Numbers are field numbers. */
interface ClaimLayout {
  readonly serial: number;
  readonly diagnosis: number;
  readonly procedure: number;
  readonly copayment: number;
  readonly points: number;
  readonly secondaryDiagnoses: readonly [first: number, count: number];
  readonly secondaryProcedures: readonly [first: number, count: number];
  readonly order: (row: RawRow, read: FieldReader) => Order;
}

type ClaimPart = Omit<Claim<string>, 'section' | 'date' | 'sources' | 'raw'>;

function claimReader(section: string, layout: ClaimLayout): (row: RawRow, read: FieldReader) => ClaimPart {
  const key = (number: number): string => `${section}.${number}`;
  const facility = facilityReader(section);
  const diagnoses = [
    ...pairKeys(section, layout.diagnosis, 1),
    ...pairKeys(section, ...layout.secondaryDiagnoses),
  ];
  const procedures = [
    ...pairKeys(section, layout.procedure, 1),
    ...pairKeys(section, ...layout.secondaryProcedures),
  ];
  const [serial, copayment, points] = [key(layout.serial), key(layout.copayment), key(layout.points)];
  const orders = `${section}_1`;
  return (row, read) => ({
    serviceProvider: facility(row, read),
    serial: textOf(row, serial),
    diagnoses: codedList(row, diagnoses),
    procedures: codedList(row, procedures),
    copayment: read.number(row, copayment),
    points: read.number(row, points),
    orders: rowsOf(row, orders).map((order) => layout.order(order, read)),
  });
}

/** Orders of outpatient and Chinese medicine: code, name, quantity, days. */
function simpleOrder(list: string): ClaimLayout['order'] {
  // Made once: a key that is put together for every row has to be looked up as a new text each time.
  const [code, display, quantity, days] = [`${list}.1`, `${list}.2`, `${list}.3`, `${list}.4`];
  return (row, read) => ({
    sequence: null,
    code: textOf(row, code),
    display: textOf(row, display),
    quantity: read.number(row, quantity),
    daysSupplied: read.number(row, days),
    bodySite: null,
    performed: null,
  });
}

const inpatientOrder: ClaimLayout['order'] = (row, read) => ({
  sequence: textOf(row, 'r2_1.1'),
  code: textOf(row, 'r2_1.4'),
  display: textOf(row, 'r2_1.5'),
  quantity: read.number(row, 'r2_1.6'),
  daysSupplied: null,
  bodySite: null,
  performed: { start: read.date(row, 'r2_1.2'), end: read.date(row, 'r2_1.3') },
});

const dentalOrder: ClaimLayout['order'] = (row, read) => ({
  sequence: null,
  code: textOf(row, 'r3_1.1'),
  display: textOf(row, 'r3_1.2'),
  quantity: read.number(row, 'r3_1.3'),
  daysSupplied: read.number(row, 'r3_1.6'),
  bodySite: codedOf(row, 'r3_1.4', 'r3_1.5'),
  performed: null,
});

/** Dental and Chinese medicine keep the same fields at the same numbers. */
const clinicLayout: Omit<ClaimLayout, 'order'> = {
  serial: 6,
  diagnosis: 7,
  procedure: 9,
  copayment: 11,
  points: 12,
  secondaryDiagnoses: [13, 5],
  secondaryProcedures: [23, 2],
};

const outpatientClaim = claimReader('r1', {
  serial: 7,
  diagnosis: 8,
  procedure: 10,
  copayment: 12,
  points: 13,
  secondaryDiagnoses: [14, 5],
  secondaryProcedures: [24, 2],
  order: simpleOrder('r1_1'),
});

const inpatientClaim = claimReader('r2', {
  serial: 9,
  diagnosis: 10,
  procedure: 12,
  copayment: 14,
  points: 15,
  secondaryDiagnoses: [16, 19],
  secondaryProcedures: [54, 19],
  order: inpatientOrder,
});

const dentalClaim = claimReader('r3', { ...clinicLayout, order: dentalOrder });
const chineseMedicineClaim = claimReader('r9', { ...clinicLayout, order: simpleOrder('r9_1') });

/**
 * A row without a visit date was delivered elsewhere: by a pharmacy if its name says so or it holds drugs, otherwise an
 * examination. A row with both dates is a treatment on a day of its own (rehabilitation).
 */
function outpatientKind(claim: ClaimPart, visited: boolean, performed: boolean): OutpatientKind {
  if (!performed) return 'visit';
  if (visited) return 'service';
  const pharmacy = /藥局|藥房/.test(claim.serviceProvider.name ?? '');
  return pharmacy || claim.orders.some(({ code }) => code !== null && isDrugCode(code))
    ? 'dispense'
    : 'service';
}

const r1: Build<'r1'> = (row, sources, read) => {
  const claim = outpatientClaim(row, read);
  const visitedOn = read.date(row, 'r1.5');
  const performedOn = read.date(row, 'r1.6');
  return {
    section: 'r1',
    date: performedOn ?? visitedOn,
    sources,
    raw: row,
    // Named one by one: a spread here, for the most frequent of all rows, costs more than the rest of it.
    serviceProvider: claim.serviceProvider,
    serial: claim.serial,
    diagnoses: claim.diagnoses,
    procedures: claim.procedures,
    copayment: claim.copayment,
    points: claim.points,
    orders: claim.orders,
    kind: outpatientKind(claim, visitedOn !== null, performedOn !== null),
    visitedOn,
    performedOn,
  };
};

const r2: Build<'r2'> = (row, sources, read) => {
  const period = { start: read.date(row, 'r2.5'), end: read.date(row, 'r2.6') };
  const billablePeriod = { start: read.date(row, 'r2.7'), end: read.date(row, 'r2.8') };
  return {
    section: 'r2',
    date: period.start ?? billablePeriod.start,
    sources,
    raw: row,
    ...inpatientClaim(row, read),
    period,
    billablePeriod,
  };
};

const r3: Build<'r3'> = (row, sources, read) => ({
  section: 'r3',
  date: read.date(row, 'r3.5'),
  sources,
  raw: row,
  ...dentalClaim(row, read),
});

const r4: Build<'r4'> = (row, sources, read): AllergyIntolerance => {
  const recordedOn = read.date(row, 'r4.1');
  const telephone = [textOf(row, 'r4.6'), textOf(row, 'r4.7')].filter((part) => part !== null).join('-');
  return {
    section: 'r4',
    date: recordedOn,
    sources,
    raw: row,
    recordedOn,
    substance: textOf(row, 'r4.2'),
    recorder: textOf(row, 'r4.3'),
    organization: {
      code: textOf(row, 'r4.4'),
      name: textOf(row, 'r4.5'),
      division: null,
      telephone: telephone === '' ? null : telephone,
      address: textOf(row, 'r4.8'),
    },
    severity: textOf(row, 'r4.9'),
    manifestation: textOf(row, 'r4.10'),
    note: textOf(row, 'r4.11'),
    recordedBy: textOf(row, 'r4.12'),
  };
};

const r5: Build<'r5'> = (row, sources, read) => {
  const recordedOn = read.date(row, 'r5.1');
  return {
    section: 'r5',
    date: recordedOn,
    sources,
    raw: row,
    recordedOn,
    code: textOf(row, 'r5.2'),
    text: textOf(row, 'r5.3'),
  };
};

/** The batch stands at the end of the vaccine's name: `…(批號ZZ1207B)`. */
function splitBatch(name: string): { readonly vaccine: string; readonly lotNumber: string | null } {
  const start = Math.max(name.lastIndexOf('(批號'), name.lastIndexOf('（批號'));
  if (start < 0 || !')）'.includes(name.charAt(name.length - 1))) return { vaccine: name, lotNumber: null };
  const batch = name.slice(start + '(批號'.length, -1).replace(/^\s*[:：]/, '');
  return { vaccine: name.slice(0, start).trim(), lotNumber: batch.trim() };
}

const r6: Build<'r6'> = (row, sources, read): Immunization => {
  const occurredOn = read.date(row, 'r6.1');
  const name = textOf(row, 'r6.3');
  const { vaccine, lotNumber } = name === null ? { vaccine: null, lotNumber: null } : splitBatch(name);
  return {
    section: 'r6',
    date: occurredOn,
    sources,
    raw: row,
    occurredOn,
    vaccine,
    lotNumber,
    performer: textOf(row, 'r6.5'),
  };
};

type ExaminationPart = Omit<Examination<string>, 'section' | 'sources' | 'raw'>;

function examinationReader(section: string): (row: RawRow, read: FieldReader) => ExaminationPart {
  const facility = facilityReader(section);
  const [encountered, effective, uploaded, code, name] = [5, 6, 7, 8, 9].map(
    (number) => `${section}.${number}`,
  ) as [string, string, string, string, string];
  return (row, read) => {
    const encounteredOn = read.date(row, encountered);
    const effectiveOn = read.date(row, effective);
    return {
      date: effectiveOn ?? encounteredOn,
      performer: facility(row, read),
      encounteredOn,
      effectiveOn,
      uploadedAt: read.timestamp(row, uploaded),
      order: { code: textOf(row, code), display: textOf(row, name) },
    };
  };
}

const laboratoryExamination = examinationReader('r7');
const reportExamination = examinationReader('r8');

const r7: Build<'r7'> = (row, sources, read) => {
  const examination = laboratoryExamination(row, read);
  return {
    section: 'r7',
    date: examination.date,
    sources,
    raw: row,
    performer: examination.performer,
    encounteredOn: examination.encounteredOn,
    effectiveOn: examination.effectiveOn,
    uploadedAt: examination.uploadedAt,
    order: examination.order,
    analyte: textOf(row, 'r7.10'),
    value: textOf(row, 'r7.11'),
    referenceRange: textOf(row, 'r7.12'),
  };
};

const r8: Build<'r8'> = (row, sources, read) => ({
  section: 'r8',
  sources,
  raw: row,
  ...reportExamination(row, read),
  text: textOf(row, 'r8.10'),
});

const r9: Build<'r9'> = (row, sources, read) => ({
  section: 'r9',
  date: read.date(row, 'r9.5'),
  sources,
  raw: row,
  ...chineseMedicineClaim(row, read),
});

const r10: Build<'r10'> = (row, sources, read): PreventiveCheckup => {
  const measured = (number: number): number | null => read.measurement(row, `r10.${number}`);
  const coded = (number: number): Coded | null => codedOf(row, `r10.${number}`, `r10.${number + 1}`);
  const effectiveOn = read.date(row, 'r10.5');
  const telephone = [textOf(row, 'r10.3'), textOf(row, 'r10.4')].filter((part) => part !== null).join('-');
  const urineProtein = textOf(row, 'r10.28');
  return {
    section: 'r10',
    date: effectiveOn,
    sources,
    raw: row,
    performer: {
      code: textOf(row, 'r10.1'),
      name: textOf(row, 'r10.2'),
      division: null,
      telephone: telephone === '' ? null : telephone,
      address: null,
    },
    effectiveOn,
    height: measured(6),
    weight: measured(7),
    bodyMassIndex: measured(8),
    waist: measured(9),
    systolic: measured(10),
    diastolic: measured(11),
    bloodPressureFinding: coded(12),
    totalCholesterol: measured(14),
    triglycerides: measured(15),
    hdlCholesterol: measured(16),
    ldlCholesterol: measured(17),
    lipidFinding: coded(18),
    fastingGlucose: measured(20),
    glucoseFinding: coded(21),
    ureaNitrogen: measured(23),
    creatinine: measured(24),
    glomerularFiltrationRate: measured(25),
    kidneyFinding: coded(26),
    urineProtein: urineProtein !== null && readNumber(urineProtein) === 0 ? null : urineProtein,
    metabolicSyndromeFinding: coded(29),
    ast: measured(31),
    alt: measured(32),
    liverFinding: coded(33),
    hepatitisBSurfaceAntigen: coded(35),
    hepatitisBFinding: coded(37),
    hepatitisCAntibody: coded(39),
    hepatitisCFinding: coded(41),
  };
};

/** The latest of some dates, which may be of different precision or missing. */
function latest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}

const r11: Build<'r11'> = (row, sources, read) => {
  const results = rowsOf(row, 'r11_1').map((result) => ({
    occurredOn: read.date(result, 'r11_1.1'),
    performer: textOf(result, 'r11_1.2'),
    result: textOf(result, 'r11_1.3'),
    advice: textOf(result, 'r11_1.4'),
  }));
  return {
    section: 'r11',
    date: latest(results.map(({ occurredOn }) => occurredOn)),
    sources,
    raw: row,
    category: textOf(row, 'r11.1'),
    examination: textOf(row, 'r11.2'),
    results,
  };
};

type ProgrammePart<V extends ProgrammeVisit> = Pick<
  Programme<string, V>,
  'date' | 'period' | 'organization' | 'visits'
>;

function programmeReader<V extends ProgrammeVisit>(
  section: string,
  visit: (row: RawRow, read: FieldReader) => V,
): (row: RawRow, read: FieldReader) => ProgrammePart<V> {
  return (row, read) => {
    const period = { start: read.date(row, `${section}.1`), end: read.date(row, `${section}.3`) };
    const visits = rowsOf(row, `${section}_1`).map((each) => visit(each, read));
    return {
      date: latest([period.start, ...visits.map(({ occurredOn }) => occurredOn)]),
      period,
      organization: textOf(row, `${section}.2`),
      visits,
    };
  };
}

const diabetesProgramme = programmeReader('r12', (row, read) => ({
  stage: textOf(row, 'r12_1.1'),
  occurredOn: read.date(row, 'r12_1.2'),
  bloodTestedOn: read.date(row, 'r12_1.3'),
  urineTestedOn: read.date(row, 'r12_1.4'),
  systolic: read.number(row, 'r12_1.5'),
  diastolic: read.number(row, 'r12_1.6'),
  hba1c: read.number(row, 'r12_1.7'),
  ldlCholesterol: read.number(row, 'r12_1.8'),
  fastingGlucose: read.number(row, 'r12_1.9'),
  creatinine: read.number(row, 'r12_1.10'),
  glomerularFiltrationRate: read.number(row, 'r12_1.11'),
  triglycerides: read.number(row, 'r12_1.12'),
  urineMicroalbumin: read.number(row, 'r12_1.13'),
}));

const kidneyProgramme = programmeReader('r13', (row, read) => ({
  stage: textOf(row, 'r13_1.1'),
  occurredOn: read.date(row, 'r13_1.2'),
  systolic: read.number(row, 'r13_1.3'),
  diastolic: read.number(row, 'r13_1.4'),
  glomerularFiltrationRate: read.number(row, 'r13_1.5'),
  urineProteinCreatinineRatio: read.number(row, 'r13_1.6'),
  creatinine: read.number(row, 'r13_1.7'),
  ldlCholesterol: read.number(row, 'r13_1.8'),
  hba1c: read.number(row, 'r13_1.9'),
  urineMicroalbumin: read.number(row, 'r13_1.10'),
}));

/**
 * Whether a hepatitis visit follows the NHI's table of eight fields instead of its samples of nine: it has no ninth field
 * and its sixth, which would be "positive" or "negative", is a number, or its eighth, which would be one, is not.
 */
export function isEightFieldVisit(row: RawRow): boolean {
  if (row['r14_1.9'] !== undefined) return false;
  const [sixth, eighth] = [textOf(row, 'r14_1.6'), textOf(row, 'r14_1.8')];
  if (sixth !== null) return readNumber(sixth) !== null;
  return eighth !== null && readNumber(eighth) === null;
}

const hepatitisProgramme = programmeReader('r14', (row, read): HepatitisVisit => {
  const eight = isEightFieldVisit(row);
  if (eight) read.note('hepatitis-eight-fields', 'r14_1');
  const shift = eight ? 0 : 1;
  return {
    stage: textOf(row, 'r14_1.1'),
    occurredOn: read.date(row, 'r14_1.2'),
    hepatitisType: textOf(row, 'r14_1.3'),
    hepatitisBSurfaceAntigen: textOf(row, 'r14_1.4'),
    hepatitisBEAntigen: textOf(row, 'r14_1.5'),
    hepatitisCAntibody: eight ? null : textOf(row, 'r14_1.6'),
    ast: read.number(row, `r14_1.${6 + shift}`),
    alt: read.number(row, `r14_1.${7 + shift}`),
    ultrasound: textOf(row, `r14_1.${8 + shift}`),
  };
});

const cardStatus: Build<'card-status'> = (row, sources, read) => {
  const statusOn = read.date(row, 'card-status.status-date');
  const issuedOn = read.date(row, 'card-status.issued-on');
  return {
    section: 'card-status',
    date: issuedOn ?? statusOn,
    sources,
    raw: row,
    status: textOf(row, 'card-status.status'),
    statusOn,
    cardNumber: textOf(row, 'card-status.card-number'),
    issuedOn,
    reason: textOf(row, 'card-status.reason'),
    office: textOf(row, 'card-status.office'),
  };
};

const premiumBilling: Build<'premium-billing'> = (row, sources, read) => {
  const month = read.month(row, 'premium-billing.month');
  return {
    section: 'premium-billing',
    date: month,
    sources,
    raw: row,
    month,
    unit: textOf(row, 'premium-billing.unit'),
    category: textOf(row, 'premium-billing.category'),
    salary: read.number(row, 'premium-billing.salary'),
    dependants: read.number(row, 'premium-billing.dependants'),
    premium: read.number(row, 'premium-billing.premium'),
  };
};

const premiumPayment: Build<'premium-payment'> = (row, sources, read) => {
  const month = read.month(row, 'premium-payment.month');
  const paidOn = read.date(row, 'premium-payment.paid-on');
  return {
    section: 'premium-payment',
    date: paidOn ?? month,
    sources,
    raw: row,
    month,
    kind: textOf(row, 'premium-payment.kind'),
    unit: textOf(row, 'premium-payment.unit'),
    due: read.number(row, 'premium-payment.due'),
    paid: read.number(row, 'premium-payment.paid'),
    paidOn,
    channel: textOf(row, 'premium-payment.channel'),
  };
};

const dischargeSummary: Build<'discharge-summary'> = (row, sources, read) => {
  const text = (name: string): string | null => textOf(row, `discharge-summary.${name}`);
  const period = {
    start: read.date(row, 'discharge-summary.admitted-on'),
    end: read.date(row, 'discharge-summary.discharged-on'),
  };
  return {
    section: 'discharge-summary',
    date: period.end ?? period.start,
    sources,
    raw: row,
    serviceProvider: { code: text('facility-code'), name: text('facility'), ...noOrganization },
    department: text('department'),
    period,
    admissionDiagnosis: text('admission-diagnosis'),
    dischargeDiagnosis: text('discharge-diagnosis'),
    chiefComplaint: text('chief-complaint'),
    history: text('history'),
    course: text('course'),
    procedures: text('procedures'),
    examinations: text('examinations'),
    medications: text('medications'),
    condition: text('condition'),
    instructions: text('instructions'),
  };
};

const builders: { readonly [K in SectionKey]: Build<K> } = {
  r0: (row, sources) => ({ section: 'r0', date: null, sources, raw: row, text: textOf(row, 'r0') }),
  r1,
  r2,
  r3,
  r4,
  r5,
  r6,
  r7,
  r8,
  r9,
  r10,
  r11,
  r12: (row, sources, read) => ({ section: 'r12', sources, raw: row, ...diabetesProgramme(row, read) }),
  r13: (row, sources, read) => ({ section: 'r13', sources, raw: row, ...kidneyProgramme(row, read) }),
  r14: (row, sources, read) => ({ section: 'r14', sources, raw: row, ...hepatitisProgramme(row, read) }),
  'card-status': cardStatus,
  'premium-billing': premiumBilling,
  'premium-payment': premiumPayment,
  'discharge-summary': dischargeSummary,
};

/** The typed record of a known section's row. */
export function buildRecord(
  section: SectionKey,
  row: RawRow,
  sources: readonly Source[],
  read: FieldReader,
): AnyRecord {
  return builders[section](row, sources, read);
}

/**
 * The date of a section's row as the typed record has it, in whatever spelling the row writes it; `null` for a section
 * that is unknown or not dated, and for a row whose date is missing or cannot be read.
 */
export function dateOfRow(section: string, row: RawRow): PartialDate | null {
  const key = sectionOf(section)?.key;
  if (key === undefined) return null;
  return buildRecord(key, row, [], new FieldReader(new NoteCollector(''), key)).date;
}

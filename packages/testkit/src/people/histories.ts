import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import {
  chineseMedicineClinic,
  clinic,
  dentist,
  healthCentre,
  hospital,
  medicalCentre,
  pharmacy,
} from './facilities.js';
import {
  allergyRow,
  chineseMedicineRow,
  compact,
  dentalRow,
  immunizationRow,
  inpatientRow,
  laboratoryRow,
  outpatientRow,
  reportRow,
  type Coded,
  type Order,
  type Row,
} from '../passbook-rows/rows.js';

/** The sections of a J2 file, keyed by the section key. */
export type History = Readonly<Record<string, readonly Row[]>>;

/**
 * The histories end shortly before a given day, so that a demonstration always has current drugs and recent
 * results. The same day always gives the same history.
 */

const diabetes: Coded = { code: 'E1165', name: '第二型糖尿病，伴有高血糖' };
const hypertension: Coded = { code: 'I10', name: '本態性（原發性）高血壓' };
const hyperlipidaemia: Coded = { code: 'E785', name: '高血脂症' };
const cold: Coded = { code: 'J00', name: '急性鼻咽炎（感冒）' };

const metformin: Order = {
  code: 'AC58990100',
  name: '“禾安”糖穩持續性藥效膜衣錠５００毫克（二甲雙胍）',
  quantity: 56,
  days: 28,
};
const atorvastatin: Order = {
  code: 'BC27990100',
  name: '“北辰”脂清膜衣錠１０毫克（阿托伐他汀）',
  quantity: 28,
  days: 28,
};
const amlodipine: Order = {
  code: 'AC49990100',
  name: '“青原”壓穩錠５毫克（氨氯地平）',
  quantity: 28,
  days: 28,
};
const paracetamol: Order = { code: 'AC31990100', name: '“青原”止痛錠５００毫克', quantity: 12, days: 3 };
const antihistamine: Order = { code: 'AC40990100', name: '“北辰”敏舒膜衣錠１０毫克', quantity: 7, days: 7 };
const consultation: Order = { code: '00109C', name: '一般門診診察費' };
const chronicConsultation: Order = {
  code: '00158C',
  name: '一般門診診察費－醫院開具二十八天以上之慢性病連續處方',
};
const dispensing: Order = { code: '05210B', name: '藥事服務費－特約藥局（慢性病連續處方調劑）' };

const hba1c: Coded = { code: '09006C', name: '醣化血紅素' };
const creatinine: Coded = { code: '09015C', name: '肌酐、血' };
const ldl: Coded = { code: '09044C', name: '低密度脂蛋白－膽固醇' };
const glucose: Coded = { code: '09005C', name: '血液及體液葡萄糖' };

/**
 * The number of days between two visits of a chronic patient, which is three parts of a prescription with 28 days
 * each.
 */
const VISIT_INTERVAL = 84;

/**
 * The results of a person with diabetes over three years, sorted with the oldest first. They are poor at the start
 * and improve over time.
 */
const diabeticCourse = [
  { hba1c: 8.6, ldl: 152, glucose: 178, egfr: 66.2 },
  { hba1c: 8.4, ldl: 148, glucose: 171, egfr: 65.0 },
  { hba1c: 8.1, ldl: 139, glucose: 160, egfr: 63.9 },
  { hba1c: 7.9, ldl: 131, glucose: 155, egfr: 63.4 },
  { hba1c: 7.6, ldl: 118, glucose: 149, egfr: 61.8 },
  { hba1c: 7.8, ldl: 121, glucose: 152, egfr: 60.1 },
  { hba1c: 7.5, ldl: 112, glucose: 144, egfr: 59.6 },
  { hba1c: 7.3, ldl: 104, glucose: 139, egfr: 58.7 },
  { hba1c: 7.4, ldl: 107, glucose: 141, egfr: 57.9 },
  { hba1c: 7.1, ldl: 98, glucose: 133, egfr: 57.2 },
  { hba1c: 7.2, ldl: 95, glucose: 135, egfr: 56.0 },
  { hba1c: 6.9, ldl: 88, glucose: 126, egfr: 55.4 },
] as const;

/**
 * Returns the history of a person with diabetes and high blood pressure, who has quarterly visits, refillable
 * prescriptions and many results.
 */
export function chronicHistory(until: LocalDate): History {
  const visits = diabeticCourse.map((results, index) => ({
    results,
    date: addDays(until, -10 - VISIT_INTERVAL * (diabeticCourse.length - 1 - index)),
    serial: String(index + 3).padStart(4, '0'),
  }));
  const latest = visits.at(-1)?.date ?? until;
  const drugs = [metformin, atorvastatin, amlodipine];
  return {
    r1: [
      ...visits.flatMap(({ date, serial }) => [
        outpatientRow({
          facility: hospital,
          date,
          serial,
          diagnoses: [diabetes, hypertension, hyperlipidaemia],
          copayment: 240,
          points: 1186,
          orders: [...drugs, chronicConsultation],
        }),
        // The laboratory's part of the same visit is a separate row, as in the claims of hospitals.
        outpatientRow({
          facility: hospital,
          date,
          serial,
          diagnoses: [diabetes],
          copayment: 0,
          points: 1450,
          orders: [hba1c, creatinine, ldl, glucose],
        }),
        ...[28, 56]
          .map((days) => addDays(date, days))
          .filter((deliveredOn) => deliveredOn <= addDays(until, -2))
          .map((deliveredOn, refill) =>
            outpatientRow({
              facility: pharmacy,
              deliveredOn,
              serial: `IC0${refill + 2}`,
              diagnoses: [diabetes],
              copayment: 0,
              points: 75,
              orders: [...drugs, dispensing],
            }),
          ),
      ]),
      outpatientRow({
        facility: clinic,
        date: addDays(until, -47),
        serial: '0021',
        diagnoses: [cold],
        copayment: 50,
        points: 412,
        orders: [paracetamol, antihistamine, consultation],
      }),
    ],
    r2: [
      inpatientRow({
        facility: medicalCentre,
        admittedOn: addDays(until, -208),
        dischargedOn: addDays(until, -203),
        serial: '0007',
        diagnoses: [{ code: 'K8000', name: '膽囊結石伴有急性膽囊炎，未伴有阻塞' }, diabetes, hypertension],
        procedure: { code: '0FT44ZZ', name: '經皮內視鏡膽囊切除術' },
        copayment: 4820,
        points: 68210,
        orders: [
          { code: '02007A', name: '一般病床住院診察費（天）', quantity: 5 },
          { code: '75215B', name: '腹腔鏡膽囊切除術' },
          { code: 'AC45990221', name: '“禾安”頭孢注射劑１公克', quantity: 8 },
        ],
      }),
    ],
    r3: [
      dentalRow({
        facility: dentist,
        date: addDays(until, -63),
        serial: '0019',
        diagnoses: [{ code: 'K0262', name: '齲齒，平滑面擴及牙本質' }],
        copayment: 50,
        points: 1010,
        orders: [
          {
            code: '89008C',
            name: '後牙複合樹脂充填－單面',
            tooth: { code: '36', name: '左下第一大臼齒' },
          },
        ],
      }),
      dentalRow({
        facility: dentist,
        date: addDays(until, -402),
        serial: '0015',
        diagnoses: [{ code: 'K0530', name: '慢性牙周炎' }],
        copayment: 50,
        points: 760,
        orders: [{ code: '91004C', name: '牙結石清除－全口' }],
      }),
    ],
    r4: [
      allergyRow({
        facility: hospital,
        uploadedOn: addDays(until, -720),
        substance: 'Penicillin 類',
        severity: '中度',
        reaction: '皮疹(Rash)、蕁麻疹(Urticaria)',
      }),
      allergyRow({
        facility: hospital,
        uploadedOn: addDays(until, -350),
        substance: 'Diclofenac potassium 25mg tab',
        severity: '輕度',
        reaction: '血管性水腫(Angioedema)',
      }),
    ],
    r5: [{ 'r5.1': compact(addDays(until, -900)), 'r5.2': '2', 'r5.3': '同意安寧緩和醫療' }],
    r6: [
      immunizationRow(healthCentre, addDays(until, -38), '流感疫苗'),
      immunizationRow(clinic.name, addDays(until, -330), 'COVID-19疫苗（JN.1）(批號ZZ1207B)'),
    ],
    r7: visits.flatMap(({ results, date }) => {
      const common = {
        facility: hospital,
        visitDate: date,
        testedOn: addDays(date, -2),
        uploadedOn: addDays(date, 1),
      };
      const rows = [
        {
          ...common,
          order: hba1c,
          analyte: 'HbA1c',
          value: results.hba1c.toFixed(1),
          referenceRange: '[4.0][6.0]',
        },
        {
          ...common,
          order: ldl,
          analyte: 'LDL-C',
          value: String(results.ldl),
          referenceRange: '[無][＜100]',
        },
        {
          ...common,
          order: glucose,
          analyte: 'Glucose AC',
          value: String(results.glucose),
          referenceRange: '[70][100]',
        },
        {
          ...common,
          order: creatinine,
          analyte: 'eGFR',
          value: results.egfr.toFixed(1),
          referenceRange: '[N:≧60,s3:30~59,s4:15~29,s5:<15][]',
        },
      ].map(laboratoryRow);
      // The hospital's second channel reports the same result again, with another name and without a range.
      return date === latest
        ? [
            ...rows,
            laboratoryRow({
              ...common,
              uploadedOn: addDays(date, 6),
              order: hba1c,
              analyte: '醣化血色素',
              value: results.hba1c.toFixed(1),
              referenceRange: '[無][無]',
            }),
          ]
        : rows;
    }),
    r8: [
      reportRow({
        facility: hospital,
        date: addDays(until, -94),
        order: { code: '32001C', name: '胸腔檢查（包括各種角度部位之胸腔檢查）' },
        text: 'Chest PA view: No focal consolidation. Heart size within normal limits.\tImpression: No active lung lesion.',
      }),
    ],
    r9: [
      chineseMedicineRow({
        facility: chineseMedicineClinic,
        date: addDays(until, -29),
        serial: '0020',
        diagnoses: [{ code: 'G4700', name: '失眠症' }],
        copayment: 50,
        points: 548,
        orders: [
          { code: 'A010001', name: '“松齡”酸棗仁湯濃縮顆粒', quantity: 42, days: 7 },
          { code: 'A21', name: '中醫一般門診診察費' },
        ],
      }),
    ],
    r11: [
      {
        'r11.1': '乳癌篩檢',
        'r11.2': '乳房Ｘ光攝影檢查',
        r11_1: [
          {
            'r11_1.1': compact(addDays(until, -520)),
            'r11_1.2': hospital.name,
            'r11_1.3': '無異常',
            'r11_1.4': '無異常：建議每２年定期接受乳房Ｘ光攝影檢查。',
          },
        ],
      },
    ],
  };
}

/** Returns the history of a young man with an asthma attack, a visit to the dentist, and a penicillin allergy. */
export function occasionalHistory(until: LocalDate): History {
  return {
    r1: [
      outpatientRow({
        facility: clinic,
        date: addDays(until, -20),
        serial: '0004',
        diagnoses: [cold],
        copayment: 50,
        points: 398,
        orders: [paracetamol, consultation],
      }),
      outpatientRow({
        facility: hospital,
        date: addDays(until, -131),
        serial: '0002',
        diagnoses: [{ code: 'J45901', name: '氣喘伴有急性發作' }],
        copayment: 450,
        points: 2310,
        orders: [
          { code: 'BC24990162', name: '“北辰”舒喘吸入劑１００微克', quantity: 1, days: 30 },
          { code: '00202B', name: '急診診察費－檢傷分類第二級' },
        ],
      }),
    ],
    r3: [
      dentalRow({
        facility: dentist,
        date: addDays(until, -75),
        serial: '0003',
        diagnoses: [{ code: 'K0510', name: '慢性齦炎，牙菌斑所致' }],
        copayment: 50,
        points: 760,
        orders: [{ code: '91004C', name: '牙結石清除－全口' }],
      }),
    ],
    r4: [
      allergyRow({
        facility: clinic,
        uploadedOn: addDays(until, -1500),
        substance: 'Penicillin 類',
        severity: '輕度',
        reaction: '皮疹(Rash)',
      }),
    ],
    r6: [immunizationRow(healthCentre, addDays(until, -400), '流感疫苗')],
  };
}

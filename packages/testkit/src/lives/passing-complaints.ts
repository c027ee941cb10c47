import { addDays } from '@mhb-kit/core/identity';
import { conditions } from './conditions.js';
import type { Attendance, Condition, Drug, Product, Supply } from './facts.js';
import { drugs } from './formulary.js';
import { chineseMedicineClinic, clinics, dentist, type Place } from './places.js';
import type { Random } from './random.js';
import type { Made, Outline } from './therapy.js';

interface Complaint {
  readonly diagnosis: Condition;
  readonly drugs: readonly Drug[];
  readonly at: Place;
  readonly kind: Attendance['kind'];
}

/**
 * Makes short illnesses that are treated with creams, drops, drugs taken when needed, injections and Chinese
 * medicine.
 */
export function passingComplaints({ from, to, habits, random: root }: Outline): Made {
  const random = root.of('passing');
  const clinic = random.of('clinic').pick(clinics);
  const options: Complaint[] = [
    {
      diagnosis: conditions.cold,
      drugs: [drugs.paracetamol500, drugs.cetirizine10, drugs.dextromethorphan15],
      at: clinic,
      kind: 'visit',
    },
    { diagnosis: conditions.infection, drugs: [drugs.amoxicillin500], at: clinic, kind: 'visit' },
    { diagnosis: conditions.backPain, drugs: [drugs.ibuprofen400], at: clinic, kind: 'visit' },
    { diagnosis: conditions.toothache, drugs: [drugs.mefenamicAcid500], at: dentist, kind: 'dental' },
  ];
  if (habits.has('skin-and-eye')) {
    options.push(
      { diagnosis: conditions.eczema, drugs: [drugs.betamethasoneCream], at: clinic, kind: 'visit' },
      { diagnosis: conditions.dryEye, drugs: [drugs.hypromelloseDrops], at: clinic, kind: 'visit' },
      { diagnosis: conditions.backPain, drugs: [drugs.diclofenacGel], at: clinic, kind: 'visit' },
    );
  }
  if (habits.has('as-needed')) {
    options.push(
      { diagnosis: conditions.asthma, drugs: [drugs.salbutamol], at: clinic, kind: 'visit' },
      { diagnosis: conditions.coronary, drugs: [drugs.nitroglycerin], at: clinic, kind: 'visit' },
    );
  }
  if (habits.has('fees-and-injections')) {
    options.push({
      diagnosis: conditions.backPain,
      drugs: [drugs.diclofenacInjection],
      at: clinic,
      kind: 'visit',
    });
  }
  if (habits.has('chinese-medicine')) {
    options.push({
      diagnosis: conditions.insomnia,
      drugs: [drugs.sourJujube],
      at: chineseMedicineClinic,
      kind: 'chinese-medicine',
    });
  }
  const supplies = new Map<string, { drug: Drug; at: Place; supplies: Supply[] }>();
  const attendances: Attendance[] = [];
  let on = addDays(from, random.of('begin').integer(5, 80));
  for (let number = 0; on <= to; number += 1) {
    const draw = random.of('visit', number);
    const complaint = draw.pick(options);
    const id = `p-${number}`;
    attendances.push({
      id,
      kind: complaint.kind,
      at: complaint.at,
      on,
      serial: String(((number * 2) % 900) + 100).padStart(4, '0'),
      diagnoses: [complaint.diagnosis],
      services: [{ code: '00109C', name: '一般門診診察費', quantity: 1 }],
      copayment: draw.pick([50, 80, 150]),
      points: draw.integer(250, 900),
    });
    for (const drug of complaint.drugs) {
      const days = daysOf(drug, draw);
      const key = `${drug.key}@${complaint.at.code}`;
      const course = supplies.get(key) ?? { drug, at: complaint.at, supplies: [] };
      course.supplies.push({
        on,
        product: drug.products[0] as Product,
        dosePerDay: drug.usualDose,
        days,
        quantity: Math.max(1, Math.round(drug.usualDose * Math.max(days, 1))),
        statedDays: 'true',
        chronic: false,
        attendances: [id],
      });
      supplies.set(key, course);
    }
    // Creams, drops and drugs taken when needed are sometimes collected again before the last supply runs out.
    const again = complaint.drugs.some(({ use }) => use === 'skin-or-eye' || use === 'as-needed');
    on = addDays(on, again && draw.of('again').chance(0.5) ? draw.integer(3, 9) : draw.integer(30, 120));
  }
  return {
    attendances,
    courses: [...supplies].map(([key, { drug, at, supplies: handed }]) => ({
      id: key,
      drug,
      prescriber: at,
      purpose: null,
      supplies: handed,
      ending: { how: 'open' },
    })),
  };
}

function daysOf({ use, key }: Drug, draw: Random): number {
  switch (use) {
    case 'course':
      return key.startsWith('amoxicillin') ? 7 : draw.of('days', key).integer(3, 5);
    case 'skin-or-eye':
      return draw.of('days', key).pick([7, 14]);
    case 'as-needed':
      return draw.of('days', key).pick([28, 30]);
    case 'single':
      return 1;
    case 'daily':
      return 28;
  }
}

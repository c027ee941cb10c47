import type { LocalDate } from '../../identity/index.js';
import type { Organization } from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import type { Label } from '../record/record.js';
import { classesOf, drugClasses } from './drug-classes.js';
import type { Medication } from './medication.js';

/**
 * Drugs that are in use at the same time and may have been prescribed twice. Whether they were is a question for a
 * physician or pharmacist.
 */
export interface DuplicateTherapy {
  /**
   * `ingredient`: two facilities prescribed the same ingredient. `class`: two drugs are in use that belong to a
   * class whose members should hardly ever be taken at the same time.
   */
  readonly kind: 'ingredient' | 'class';
  /** The ingredients or the class that occur twice. */
  readonly subjects: readonly Label[];
  /** The drugs in use. The list contains only one drug if two facilities prescribed the same one. */
  readonly medications: readonly Medication[];
  readonly prescribers: readonly Organization[];
  /** The publication that advises against combining drugs of the class. `null` for duplicated ingredients. */
  readonly source: string | null;
}

/**
 * Groups in which giving the same ingredient twice can be intentional, such as rapid-acting and long-acting
 * insulin in one or two pens.
 */
const givenTwice = new Set(['insulins']);

/**
 * Finds duplicates among the drugs in use on a day. Drugs from different prescribers are compared by ingredient,
 * and all drugs are compared by class.
 */
export function findDuplicates(current: readonly Medication[], today: LocalDate): DuplicateTherapy[] {
  // Only drugs taken by mouth are compared, because ointments, drops, inhalers and injections are often combined
  // with tablets of the same ingredient.
  const swallowed = current.filter(({ product }) => (product?.route ?? 'oral') === 'oral');
  const uses = swallowed.flatMap((medication) => usesOf(medication, today));
  return [...sameIngredient(uses), ...sameClass(swallowed)];
}

interface Use {
  readonly medication: Medication;
  readonly prescriber: Organization;
}

function usesOf(medication: Medication, today: LocalDate): Use[] {
  const prescribers = new Map<string | null, Organization>();
  for (const { inpatient, prescriber, startsOn, runsOutOn } of medication.supplies) {
    if (inpatient || prescriber === null || startsOn === null || runsOutOn === null) continue;
    if (startsOn <= today && today <= runsOutOn) prescribers.set(facilityKey(prescriber), prescriber);
  }
  return [...prescribers.values()].map((prescriber) => ({ medication, prescriber }));
}

function sameIngredient(uses: readonly Use[]): DuplicateTherapy[] {
  const bySubject = new Map<string, { readonly label: Label; readonly uses: Use[] }>();
  for (const use of uses) {
    for (const [key, label] of subjectsOf(use.medication)) {
      const known = bySubject.get(key);
      if (known === undefined) bySubject.set(key, { label, uses: [use] });
      else known.uses.push(use);
    }
  }
  const found = new Map<string, DuplicateTherapy>();
  for (const { label, uses: same } of bySubject.values()) {
    const prescribers = new Map(same.map(({ prescriber }) => [facilityKey(prescriber), prescriber]));
    if (prescribers.size < 2) continue;
    const medications = [...new Set(same.map(({ medication }) => medication))];
    // Two combination drugs that share two ingredients count as one duplicate.
    const key = medications.map(nameOf).join('|');
    const known = found.get(key);
    found.set(key, {
      kind: 'ingredient',
      subjects: [...(known?.subjects ?? []), label],
      medications,
      prescribers: [...prescribers.values()],
      source: null,
    });
  }
  return [...found.values()];
}

const nameOf = ({ code, display }: Medication): string => code ?? display ?? '';

/**
 * Returns the keys by which a drug is compared: its ingredients, or the drug itself if its ingredients are
 * unknown.
 */
function subjectsOf(medication: Medication): (readonly [string, Label])[] {
  const ingredients = medication.product?.ingredients ?? [];
  if (ingredients.length > 0)
    return ingredients.filter(({ group }) => !givenTwice.has(group.id)).map(({ id, name }) => [id, name]);
  const name = medication.display ?? medication.code ?? '';
  return [[`~${nameOf(medication)}`, { 'zh-Hant': name, en: name }]];
}

function sameClass(medications: readonly Medication[]): DuplicateTherapy[] {
  return drugClasses.flatMap(({ id, label, source }): DuplicateTherapy[] => {
    const ingredients = new Set<string>();
    const members = medications.filter(({ product }) => {
      const of = (product?.ingredients ?? []).filter((each) => classesOf(each).includes(id));
      for (const each of of) ingredients.add(each.id);
      return of.length > 0;
    });
    if (ingredients.size < 2) return [];
    const prescribers = new Map(
      members.flatMap(({ supplies }) => {
        const prescriber = supplies[0]?.prescriber ?? null;
        return prescriber === null ? [] : [[facilityKey(prescriber), prescriber] as const];
      }),
    );
    return [
      {
        kind: 'class',
        subjects: [label],
        medications: members,
        prescribers: [...prescribers.values()],
        source,
      },
    ];
  });
}

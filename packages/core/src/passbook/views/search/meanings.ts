import type { DrugIngredient } from '../../model/model.js';
import { sectionOf } from '../../sections/index.js';
import type { Allergy } from '../allergies.js';
import type { LaboratorySeries } from '../laboratory.js';
import type { Medication } from '../medication.js';
import type { Report } from '../reports.js';
import { namesOfIngredient } from '../../ingredients/names.js';
import type { MoreTexts, RecordTexts } from './text-index.js';
import { wordsOfAnalyte, wordsOfDiagnosis, wordsOfDrugGroup, wordsOfOrder } from './lay-words.js';

/**
 * Returns further names by which something can be found: ingredients, brands, groups, names in both languages, and
 * everyday words.
 */

/**
 * Returns all names of a test: the names that facilities use, the names and codes in the analyte table, and
 * everyday words.
 */
export const namesOfTest = ({ names, label, analyte, order }: LaboratorySeries): readonly string[] =>
  said([
    label,
    ...names,
    order.code,
    order.display,
    ...(analyte === null
      ? []
      : [
          analyte.label['zh-Hant'],
          analyte.label.en,
          ...analyte.names,
          analyte.loinc,
          ...wordsOfAnalyte(analyte.id),
        ]),
  ]);

/**
 * Returns all names of a drug: the names under which it was supplied, its ingredients, and their brands and
 * groups.
 */
export const namesOfDrug = ({ code, display, product, supplies }: Medication): readonly string[] =>
  said([
    code,
    display,
    product?.writtenIngredient ?? null,
    ...supplies.flatMap(({ orders }) => orders.flatMap((order) => [order.code, order.display])),
    ...(product?.ingredients ?? []).flatMap(namesWithGroup),
  ]);

export const namesOfAllergy = ({
  substance,
  ingredients,
  groups,
  manifestations,
}: Allergy): readonly string[] =>
  said([
    substance,
    ...manifestations,
    ...groups.flatMap(({ id, label }) => [label['zh-Hant'], label.en, ...wordsOfDrugGroup(id)]),
    ...ingredients.flatMap(({ id }) => [id, ...namesOfIngredient(id)]),
  ]);

export const namesOfReport = ({ order: { code, display } }: Report): readonly string[] =>
  said([code, display, ...(code === null ? [] : wordsOfOrder(code))]);

const namesWithGroup = ({ id, name, group }: DrugIngredient): readonly (string | null)[] => [
  id,
  name['zh-Hant'],
  ...namesOfIngredient(id),
  group.label['zh-Hant'],
  group.label.en,
  ...wordsOfDrugGroup(group.id),
];

const said = (names: readonly (string | null)[]): string[] => [
  ...new Set(names.filter((name) => name !== null && name !== '') as string[]),
];

/** Creates a function that joins the names of each key, and numbers the result, only once. */
function numbered<Key>(
  namesOf: (key: Key) => readonly (string | null)[],
): (key: Key, texts: RecordTexts) => number | null {
  const numbers = new Map<Key, number | null>();
  return (key, texts) => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = texts.number(said(namesOf(key)).join(' '));
      numbers.set(key, number);
    }
    return number;
  };
}

/**
 * Creates a function that adds the meaning of the codes in a record: its section, illnesses, examinations, and the
 * ingredients of its drugs.
 */
export function meaningsOfRecords(): MoreTexts {
  const section = numbered((key: string) => {
    const label = sectionOf(key)?.label;
    return label === undefined ? [] : [label['zh-Hant'], label.en];
  });
  const illness = numbered(wordsOfDiagnosis);
  const examination = numbered(wordsOfOrder);
  const ingredient = numbered(namesWithGroup);
  return (record, texts) => {
    texts.add(section(record.section, texts));
    if ('orders' in record) {
      for (const { code } of record.diagnoses) if (code !== null) texts.add(illness(code, texts));
      for (const { code, product } of record.orders) {
        if (product !== null) for (const each of product.ingredients) texts.add(ingredient(each, texts));
        else if (code !== null) texts.add(examination(code, texts));
      }
    } else if ('order' in record && record.order.code !== null)
      texts.add(examination(record.order.code, texts));
  };
}

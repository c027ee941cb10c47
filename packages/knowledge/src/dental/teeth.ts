import type { Entry } from '../entry/entry.js';

type Named = readonly [name: string, text: string];

/**
 * The parts from which the explanation of a tooth is put together. The number of a tooth (ISO 3950) gives the
 * quadrant of the mouth and the position of the tooth in that quadrant.
 */
export interface TeethTexts {
  /** The names of the quadrants, keyed by the first digit of the tooth number. */
  readonly quarters: Readonly<Record<string, string>>;
  /** The permanent teeth, keyed by the second digit of the tooth number. */
  readonly permanent: Readonly<Record<string, Named>>;
  readonly milk: Readonly<Record<string, Named>>;
  /** The areas of the mouth, keyed by the NHI code. */
  readonly areas: Readonly<Record<string, Named>>;
  /** The text that separates the quadrant from the tooth, such as a space in English. */
  readonly between: string;
  /** A sentence on how to read the tooth number. */
  readonly numbering: string;
}

const entry = (name: string, text: string): Entry => ({
  name,
  text,
  ask: 'dentist',
  from: ['medlineplus-encyclopedia'],
  written: '2026-11-30',
});

/** Returns the explanation of a tooth by its number, or of an area of the mouth by its NHI code. */
export function toothEntry(code: string, teeth: TeethTexts): Entry | null {
  const area = Object.hasOwn(teeth.areas, code) ? teeth.areas[code] : undefined;
  if (area !== undefined) return entry(...area);
  const [, quarter = '', place = ''] = /^([1-8])([1-8])$/.exec(code) ?? [];
  const named = (quarter <= '4' ? teeth.permanent : teeth.milk)[place];
  const where = teeth.quarters[quarter];
  if (named === undefined || where === undefined) return null;
  return entry(`${where}${teeth.between}${named[0]}`, `${named[1]}${teeth.between}${teeth.numbering}`);
}

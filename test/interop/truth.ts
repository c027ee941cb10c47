import { listAllergies, listLaboratorySeries, listMedications, type Passbook } from '@mhb-kit/core/passbook';
import { taipeiDate } from '@mhb-kit/core/identity';

/** The facts that a reader should find in another program, in the words of the passbook. */
export interface Wanted {
  readonly drugsInUse: readonly string[];
  /** None of these may be shown as in use. */
  readonly drugsOfThePast: readonly string[];
  readonly allergies: readonly string[];
  readonly problems: readonly string[];
  /** For each result, all names that facilities used for it. */
  readonly results: readonly (readonly string[])[];
}

export type Topic = 'drugs in use' | 'allergies' | 'problems' | 'results';

/** The text that a program showed about each topic; `null` if it has no place for it. */
export type Shown = Readonly<Record<Topic, string | null>>;

const words = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.filter((name) => name !== null && name !== ''))] as string[];

export function wantedFrom(passbook: Passbook, now: Date): Wanted {
  const { current, past } = listMedications(passbook, { today: taipeiDate(now) });
  const inUse = words(current.map(({ display }) => display));
  const { r1, r2, r3, r9 } = passbook.sections;
  return {
    drugsInUse: inUse,
    drugsOfThePast: words(past.map(({ display }) => display)).filter((name) => !inUse.includes(name)),
    allergies: words(listAllergies(passbook).map(({ substance }) => substance)),
    problems: words(
      [...r1, ...r2, ...r3, ...r9].flatMap(({ diagnoses }) => diagnoses.map(({ display }) => display)),
    ),
    results: listLaboratorySeries(passbook)
      .filter(({ remark, points }) => !remark && points.some(({ source }) => source === 'laboratory'))
      .map(({ names, label, analyte }) =>
        words([label, ...names, analyte?.label['zh-Hant'] ?? null, analyte?.label.en ?? null]),
      ),
  };
}

/** `3 of 3`, and how many past drugs are listed as in use. */
export function scoreOf(wanted: Wanted, shown: Shown): Readonly<Record<Topic, string>> {
  const isIn = (name: string, text: string): boolean => plain(text).includes(plain(name));
  const share = (alternatives: readonly (readonly string[])[], text: string | null): string =>
    text === null
      ? 'no place for them'
      : `${alternatives.filter((names) => names.some((name) => isIn(name, text))).length} of ${alternatives.length}`;
  const each = (names: readonly string[]): string[][] => names.map((name) => [name]);
  const stale = wanted.drugsOfThePast.filter((name) => isIn(name, shown['drugs in use'] ?? '')).length;
  return {
    'drugs in use': `${share(each(wanted.drugsInUse), shown['drugs in use'])}${stale === 0 ? '' : `, and ${stale} from the past`}`,
    allergies: share(each(wanted.allergies), shown.allergies),
    problems: share(each(wanted.problems), shown.problems),
    results: share(wanted.results, shown.results),
  };
}

const plain = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&#?\w+;|\s/g, '');

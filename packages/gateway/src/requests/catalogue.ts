import { MhbError } from '@mhb-kit/core/error';
import { sectionOf } from '@mhb-kit/core/passbook';
import { defaultCatalogue, type Category } from '@mhb-kit/core/request';
import type { CatalogueChanges } from './catalogue-changes.js';

/**
 * Returns the NHI's catalogue with an operator's changes.
 * @throws {MhbError} `configuration-invalid`; the message names the category and the problem
 */
export function changedCatalogue({
  windows = {},
  added = [],
  omitted = [],
}: CatalogueChanges): readonly Category[] {
  for (const changed of [...Object.keys(windows), ...omitted])
    if (!defaultCatalogue.some((each) => each.id === changed))
      throw invalid(changed, 'is not a category of the NHI’s catalogue');
  const kept = defaultCatalogue
    .filter((each) => !omitted.includes(each.id))
    .map((each) => ({ ...each, window: windows[each.id] ?? each.window }));
  const catalogue: readonly Category[] = [...kept, ...added];
  if (catalogue.length === 0) throw new MhbError('configuration-invalid', 'catalogue: no category is left');
  checkDistinct(catalogue);
  for (const each of added) checkOwnSections(each);
  return catalogue;
}

/**
 * Throws if two categories have the same id, section, or label. Labels must differ because files are named after
 * them.
 */
function checkDistinct(catalogue: readonly Category[]): void {
  const holders = new Map<string, string>();
  for (const { id: holder, label, sections } of catalogue) {
    const keys = sections.map((section) => sectionOf(section)?.key ?? section);
    for (const name of [
      `id ${holder}`,
      `label ${label['zh-Hant']}`,
      ...keys.map((key) => `section ${key}`),
    ]) {
      const other = holders.get(name);
      if (other !== undefined) throw invalid(holder, `${other} has the ${name} already`);
      holders.set(name, holder);
    }
  }
}

/**
 * Checks the sections that the NHI does not define. Their records have no known date that the gateway could
 * compare with a window.
 */
function checkOwnSections({ id: name, sections, window, monthly }: Category): void {
  const own = sections.filter((section) => sectionOf(section) === undefined);
  const reserved = own.find((section) => /^[a-z]\d+$/.test(section));
  if (reserved !== undefined)
    throw invalid(name, `the section ${reserved} has a name like the NHI's own sections: choose another`);
  if (own.length > 0 && (window.kind !== 'all' || monthly))
    throw invalid(
      name,
      `records of ${own.join(', ')} have no known date: its window must be {"kind": "all"}, and monthly false`,
    );
}

const invalid = (name: string, problem: string): MhbError =>
  new MhbError('configuration-invalid', `catalogue: ${name}: ${problem}`);

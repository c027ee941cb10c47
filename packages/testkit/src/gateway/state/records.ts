import type { RecordSource } from '@mhb-kit/core/fulfilment';
import { taipeiDate } from '@mhb-kit/core/identity';
import type { InventedPerson } from '../../people/index.js';
import type { Clock } from './time.js';

/** Creates a record source with the histories of invented people, which end today. */
export function inventedRecords(people: readonly InventedPerson[], clock: Clock): RecordSource {
  return {
    records({ nationalId, category }) {
      const person = people.find((each) => each.nationalId === nationalId);
      const history = person?.history(taipeiDate(clock())) ?? {};
      return Promise.resolve(
        Object.fromEntries(category.sections.map((section) => [section, history[section] ?? []])),
      );
    },
  };
}

import { taipeiDate } from '@mhb-kit/core/identity';
import { personByNationalId } from '@mhb-kit/testkit';

/**
 * Records of the invented people, as a hospital's or the insurer's system would deliver them to the gateway.
 * @param {() => Date} [now]
 * @returns {import('@mhb-kit/gateway').RecordSource}
 */
export function inventedRecords(now = () => new Date()) {
  return {
    async records({ nationalId, category }) {
      const history = personByNationalId(nationalId)?.history(taipeiDate(now())) ?? {};
      return Object.fromEntries(category.sections.map((section) => [section, history[section] ?? []]));
    },
  };
}

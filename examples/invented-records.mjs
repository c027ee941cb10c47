import { taipeiDate } from '@mhb-kit/core/identity';
import { compareApplicant } from '@mhb-kit/gateway';
import { personByNationalId } from '@mhb-kit/testkit';

/**
 * Records of the invented people, as a hospital's or the insurer's system would deliver them to the gateway,
 * and their identity data, as its register would.
 * @param {() => Date} [now]
 * @returns {import('@mhb-kit/gateway').IdentifyingSource}
 */
export function inventedRecords(now = () => new Date()) {
  return {
    register: {
      async verifyApplicant(applicant) {
        const person = personByNationalId(applicant.nationalId);
        return compareApplicant(
          person === undefined ? null : { ...person, cardNumber: person.card.cardNumber },
          applicant,
        );
      },
    },
    async records({ nationalId, category }) {
      const history = personByNationalId(nationalId)?.history(taipeiDate(now())) ?? {};
      return Object.fromEntries(category.sections.map((section) => [section, history[section] ?? []]));
    },
  };
}

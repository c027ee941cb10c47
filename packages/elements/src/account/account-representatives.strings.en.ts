import type { AccountRepresentativesStrings } from './account-representatives.strings.js';

export const accountRepresentativesEn: AccountRepresentativesStrings = {
  representatives: 'Who can read your data for you',
  representativesHint:
    'The service’s staff record this from the household register or a court’s decision. Contact the staff if you have questions or want this access to end.',
  noRepresentatives: 'Nobody.',
  kind: { parent: 'Parent', guardian: 'Guardian' },
  representativeTimes: (until, read) =>
    read === null ? `Until ${until}, has not read yet` : `Until ${until}, last read ${read}`,
  representativeWithout: (topics) => `Does not see: ${topics}`,
  loading: 'Loading…',
  retry: 'Try again',
};

import type { AccountRepresentativesStrings } from './account-representatives.strings.js';

export const accountRepresentativesEn: AccountRepresentativesStrings = {
  representatives: 'Who can read your data on your behalf',
  representativesHint:
    'The staff of the service record these people on the basis of the household register or a court decision. Contact the staff if you have questions or want this access to end.',
  noRepresentatives: 'Nobody.',
  kind: { parent: 'Parent', guardian: 'Guardian' },
  representativeTimes: (until, read) =>
    read === null ? `Until ${until}, not used yet` : `Until ${until}, last used ${read}`,
  representativeWithout: (topics) => `Does not see: ${topics}`,
  loading: 'Loading…',
  retry: 'Try again',
};

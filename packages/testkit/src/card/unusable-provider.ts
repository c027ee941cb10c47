import type { CardProvider, CardProviderState } from '@mhb-kit/core/card';
import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';

const failures: Readonly<Record<Exclude<CardProviderState, 'ready'>, MhbErrorCode>> = {
  'needs-permission': 'permission-denied',
  denied: 'permission-denied',
  'not-installed': 'bridge-not-installed',
  incompatible: 'incompatible',
};

/** Creates a provider that cannot be used, for testing the screens that show this state. */
export function unusableProvider(state: Exclude<CardProviderState, 'ready'>): CardProvider {
  return {
    id: `unusable-${state}`,
    assurance: { nhi: 'card-read', cdc: null },
    probe: () => Promise.resolve({ state }),
    open: () => Promise.reject(new MhbError(failures[state])),
  };
}

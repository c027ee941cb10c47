import type { CardProvider, CardSessionEvents, CdcToken } from '@mhb-kit/core/card';
import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';

export interface CertificateProviderOptions {
  /** The number of further wrong PINs that the card accepts. */
  readonly retriesLeft?: number;
  /** The error with which signing fails, such as `pin-incorrect` or `pin-locked`. By default, signing succeeds. */
  readonly failure?: MhbErrorCode;
}

/** A simulated signature, which in-memory gateways accept and real gateways refuse. */
const token: CdcToken = {
  format: 'tw-cdc:1',
  algorithm: 'RS256',
  unverifiedCertificate: 'simulated',
  signature: 'simulated',
  producer: 'mhb-kit testkit',
};

/**
 * Simulates, inside the page, a card reader with a Citizen Digital Certificate that signs without asking for the
 * PIN.
 */
export function certificateProvider({
  retriesLeft = 3,
  failure,
}: CertificateProviderOptions = {}): CardProvider {
  const reader = {
    id: 'simulated',
    label: 'Simulated reader',
    state: 'present',
    card: { kind: 'cdc' },
    simulated: true,
  } as const;
  return {
    id: 'simulated-certificate',
    assurance: { nhi: null, cdc: 'demo' },
    probe: () => Promise.resolve({ state: 'ready' }),
    open() {
      let tellPin: (pin: CardSessionEvents['pin']) => void = () => undefined;
      return Promise.resolve({
        readers: () => Promise.resolve([reader]),
        on(event, listener) {
          if (event === 'pin') tellPin = listener as typeof tellPin;
          return () => undefined;
        },
        readNhi: () => Promise.reject(new MhbError('not-nhi-card')),
        authenticate() {
          if (failure === undefined) return Promise.resolve(token);
          const left = failure === 'pin-locked' ? 0 : retriesLeft - 1;
          tellPin({ retriesLeft: left });
          return Promise.reject(new MhbError(failure, failure, { details: { retriesLeft: left } }));
        },
        close: () => Promise.resolve(),
      });
    },
  };
}

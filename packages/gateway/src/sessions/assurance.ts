import type { SessionAssurance } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';

const strength: readonly SessionAssurance[] = [
  'card-read',
  'card-read-confirmed',
  'card-read-enrolled',
  'certificate',
];

export function isAtLeast(assurance: SessionAssurance, minimum: SessionAssurance): boolean {
  return strength.indexOf(assurance) >= strength.indexOf(minimum);
}

export function tooLow(assurance: SessionAssurance, minimum: SessionAssurance): MhbError {
  return new MhbError('assurance-too-low', 'The operator asks for a stronger reading', {
    details: { assurance, minimumAssurance: minimum },
  });
}

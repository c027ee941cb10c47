import { expect, it } from 'vitest';
import { pinnedCertificates } from './pinned-certificates.js';

it('names the file that is no certificate', () => {
  for (const path of ['/nowhere/root.cer', import.meta.filename]) {
    expect(() => pinnedCertificates({ roots: [path], authorities: [] }, '/nowhere')).toThrowError(
      expect.objectContaining({ code: 'configuration-invalid', message: `Not a certificate: ${path}` }),
    );
  }
});

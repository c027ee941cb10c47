import { expect, it } from 'vitest';
import { pinnedCertificates } from './pinned-certificates.js';

it('names the file that is not a certificate', async () => {
  for (const path of ['/nowhere/root.cer', import.meta.filename]) {
    await expect(pinnedCertificates({ roots: [path], authorities: [] }, '/nowhere')).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: `Not a certificate: ${path}`,
    });
  }
});

import { expect } from '@open-wc/testing';
import { readBlob } from './read-blob.js';

const MEGABYTE = 1024 * 1024;
const never = new AbortController().signal;

describe('a file that is read in pieces', () => {
  for (const length of [0, 1, 8 * MEGABYTE, 8 * MEGABYTE + 1, 20 * MEGABYTE]) {
    it(`is complete with ${length} bytes`, async () => {
      const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
      const read = await readBlob(new Blob([bytes]), never);
      expect(read.length).to.equal(length);
      expect(read.findIndex((byte, index) => byte !== index % 251)).to.equal(-1);
    });
  }

  it('is read no further after it is canceled', async () => {
    const canceling = new AbortController();
    const reading = readBlob(new Blob([new Uint8Array(20 * MEGABYTE)]), canceling.signal);
    canceling.abort(new Error('canceled'));
    expect((await reading.catch((error: unknown) => error)) as Error).to.have.property('message', 'canceled');
  });
});

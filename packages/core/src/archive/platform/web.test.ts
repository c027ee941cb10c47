import { inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withoutKernels } from './web.js';

const text = (length: number) =>
  new TextEncoder().encode('{"r1.8":"E1165","r1.9":"第二型糖尿病"}\n'.repeat(length)).slice(0, length);

afterEach(() => void vi.unstubAllGlobals());

describe('deflating in a browser', () => {
  it.each([1, 100, 4_096, 4_097, 100_000])('restores %i bytes', async (length) => {
    const platform = await withoutKernels();
    const deflated = await platform.deflate(text(length));
    expect(new Uint8Array(inflateRawSync(deflated))).toEqual(text(length));
  });

  it('starts a compression stream for large entries only', async () => {
    const started = vi.fn();
    vi.stubGlobal(
      'CompressionStream',
      class extends CompressionStream {
        constructor(format: CompressionFormat) {
          super(format);
          started();
        }
      },
    );
    const platform = await withoutKernels();
    await platform.deflate(text(4_096));
    expect(started).not.toHaveBeenCalled();
    await platform.deflate(text(4_097));
    expect(started).toHaveBeenCalledOnce();
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referencePages } from '../../docs/references/pages.mjs';

it('the reference pages match the code (npm run references)', async () => {
  for (const [path, text] of Object.entries(await referencePages())) {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path).toBe(text);
  }
}, 120_000);

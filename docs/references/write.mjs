import { writeFileSync } from 'node:fs';
import { referencePages } from './pages.mjs';

/**
 * `npm run references`: writes the reference pages that are generated from the code;
 * `test/trust/references.test.ts` compares them.
 */
for (const [path, text] of Object.entries(await referencePages())) {
  writeFileSync(new URL(`../../${path}`, import.meta.url), text);
  console.log(path);
}

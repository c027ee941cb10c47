import { readFileSync, writeFileSync } from 'node:fs';
import { manualPage } from './dist/manual.js';

/** Writes the manual page that the package includes for `man mhb`. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
writeFileSync(new URL('dist/mhb.1', import.meta.url), manualPage(version, 'en'));

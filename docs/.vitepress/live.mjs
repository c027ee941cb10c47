import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, taipeiDate } from '@mhb-kit/core/identity';
import { chen } from '@mhb-kit/testkit/people';
import { j2File } from '@mhb-kit/testkit/passbook-fixtures';

/**
 * The files that the viewer on the home page loads: the script-tag bundle, and the passbook of an invented
 * person up to yesterday.
 */
const here = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

const bundle = here('../public/live/mhb/');
rmSync(bundle, { recursive: true, force: true });
cpSync(here('../../packages/elements/dist/cdn/'), bundle, {
  recursive: true,
  filter: (path) => !path.endsWith('.map'),
});

const yesterday = addDays(taipeiDate(new Date()), -1);
const data = {
  'b1.1': `${chen.nationalId.slice(0, 6)}****`,
  'b1.2': yesterday.replaceAll('-', ''),
  ...chen.history(yesterday),
};
writeFileSync(here('../public/live/passbook.json'), j2File(data));

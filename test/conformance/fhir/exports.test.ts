import { describe, expect, it } from 'vitest';
import { guides, profilesFolder } from './guides.js';
import { demonstrationPeople, exported, forms, lives } from './subjects.js';

/**
 * The guides' own definitions find no error in exports. A sample of what `npm run profiles` and `npm run
 * profiles -- --lives 100` check completely: every form of small passbooks, two forms of ten-year ones and of
 * lives.
 */

const TWO_FORMS = new Set(['twcore, identified', 'ips, in English']);
const LIVES = 2;
const MANY_RECORDS = /陳國雄|ten years|life/;

const cases = [...demonstrationPeople, ...lives(LIVES)].flatMap((subject) =>
  forms
    .filter(({ name }) => !MANY_RECORDS.test(subject.name) || TWO_FORMS.has(name))
    .map((form) => ({ name: `${subject.name}, ${form.name}`, subject, form })),
);

describe.skipIf(profilesFolder === undefined)('exports (where MHB_PROFILES names the guides)', () => {
  it.each(cases)('have no error: $name', async ({ subject, form }) => {
    const { errors } = guides().checker.check(await exported(subject, form));
    const told = errors.map(({ rule, path, message, profile }) => `${rule} ${path}: ${message} (${profile})`);
    expect([...new Set(told)].slice(0, 20)).toEqual([]);
  });
});

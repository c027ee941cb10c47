import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeLimits, defaultLimits } from './limits.js';

const page = readFileSync(new URL('../../../../docs/reference/limits.md', import.meta.url), 'utf8');

/** The names of all limits in the configuration, with their defaults. */
const named = Object.entries(defaultLimits).flatMap(([name, value]: [string, unknown]) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value as Record<string, number>).map(
        ([each, most]) => [`${name}.${each}`, most] as const,
      )
    : typeof value === 'number'
      ? [[name, value] as const]
      : [],
);

it.each(named)('%s is in the reference, with its default %i', (name, most) => {
  const row = new RegExp(`^\\| \`${name}\` +\\| +([\\d ]+) \\|`, 'm').exec(page);
  expect(row?.[1]?.replaceAll(' ', '')).toBe(String(most));
});

it('can be set partially', () => {
  const { messagesPerDay, guessesPerDay } = completeLimits({ messagesPerDay: { codes: 3 } });
  expect(messagesPerDay).toEqual({ ...defaultLimits.messagesPerDay, codes: 3 });
  expect(guessesPerDay).toEqual(defaultLimits.guessesPerDay);
});

it('do not allow so many one-time passwords that more than a hundred guesses per account are possible', () => {
  expect(() => completeLimits({ messagesPerDay: { resets: 6 } })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid' }) as Error,
  );
});

import { describe, expect, it } from 'vitest';
import { collectExpressions, judge, verdictsOn } from './regular-expressions.js';

/**
 * If an expression takes more than linear time, a small file can block the page or the gateway. The
 * exceptions below only see short strings: results of at most 400 characters (`LONGEST_READ`), names of drugs
 * of at most 300, addresses of applicants within the limit of the schema, or strings that an operator or a
 * test has written.
 */
const exceptions: readonly string[] = [
  'packages/core/src/passbook/results/',
  'packages/core/src/passbook/ingredients/strength.ts',
  'packages/gateway/src/register/compare-applicant.ts',
  'packages/gateway/src/register/http-register.ts',
  'packages/testkit/src/gateway/',
];

const isExcepted = (place: string): boolean => exceptions.some((path) => place.startsWith(path));

describe('the regular expressions of the sources', () => {
  const { expressions, unknown } = collectExpressions();

  it('consist of constants', () => {
    expect(unknown.filter((place) => !isExcepted(place))).toEqual([]);
    expect(expressions.length).toBeGreaterThan(150);
  });

  it('take linear time', async () => {
    const verdicts = await verdictsOn(expressions);
    const slow = expressions.flatMap(({ source, flags, places }, index) => {
      const where = places.filter((place) => !isExcepted(place));
      return verdicts[index] === 'safe' || where.length === 0
        ? []
        : [`${verdicts[index]}: /${source}/${flags} (${where.join(', ')})`];
    });
    expect(slow).toEqual([]);
  });

  it.each([
    ['^(?:a+)+$', '', /exponential/],
    [String.raw`^[+-]?(?:\d+\.?\d*|\.\d+)$`, '', /2nd degree/],
    [String.raw`"(?:[^"\\]|\\[\s\S])*"`, 'g', /2nd degree/],
    [String.raw`\s+$`, 'u', /2nd degree/],
    [String.raw`^\d+$`, 'u', /^safe$/],
  ])('are judged as they deserve: /%s/%s', async (source, flags, verdict) => {
    expect(await judge({ source, flags })).toMatch(verdict);
  });
});

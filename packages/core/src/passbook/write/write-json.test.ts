import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../steps/steps.js';
import { jsonSteps } from './write-json.js';

describe('JSON in steps', () => {
  it('gives the same string as the platform', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 7 }), fc.constantFrom('  ', '\t'), (value, space) => {
        expect(atOnce(jsonSteps(value, space)).join('')).toBe(JSON.stringify(value, null, space));
      }),
    );
  });

  it('omits undefined members, and writes undefined as null in a list', () => {
    const value = { a: undefined, b: [undefined, { c: undefined }, [[[[[{ d: [1, '\n'] }]]]]]] };
    expect(atOnce(jsonSteps(value, '  ')).join('')).toBe(JSON.stringify(value, null, 2));
  });

  it('yields from time to time', () => {
    let stops = 0;
    const steps = jsonSteps(
      Array.from({ length: 5_000 }, (_, index) => ({ index })),
      '  ',
    );
    while (steps.next().done !== true) stops += 1;
    expect(stops).toBeGreaterThan(20);
  });
});

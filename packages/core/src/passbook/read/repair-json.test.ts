import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairJson } from './repair-json.js';

describe('repairJson', () => {
  it.each([
    ['{"a":[1,2,],}', '{"a":[1,2],}'.replace(',}', '}'), 'trailingCommas'],
    ['{"a":1,\n\t}', '{"a":1\n\t}', 'trailingCommas'],
    ['{"a":"x\ty"}', '{"a":"x\\u0009y"}', 'controlCharacters'],
    ['{\t"a":"x\\"\ty"}', '{\t"a":"x\\"\\u0009y"}', 'controlCharacters'],
    ['{"a":"x\\\ny"}', '{"a":"x\\\\\\u000ay"}', 'controlCharacters'],
  ] as const)('mends %j', (text, expected, what) => {
    const repaired = repairJson(text);
    expect(repaired.text).toBe(expected);
    expect(repaired[what]).toBe(true);
    expect(() => JSON.parse(repaired.text)).not.toThrow();
  });

  it.each(['{"a":",}"}', '[",]"]', '{"a":1,,}', '{"a":"\\', '"\\u00'])(
    'leaves texts unchanged: %j',
    (text) => {
      expect(repairJson(text).controlCharacters).toBe(false);
      expect(repairJson(text).text).toBe(text.replace(',,}', ',}'));
    },
  );

  it('restores any value whose control characters were written unescaped', () => {
    const text = fc.string({
      unit: fc.constantFrom('\t', '\n', '\u0001', '"', '\\', ',', '}', ']', 'a', '健'),
    });
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const raw = JSON.stringify(value).replaceAll('\\t', '\t').replaceAll('\\n', '\n');
        // Skip strings that contain a backslash, because the replacement above would change them.
        fc.pre(!JSON.stringify(value).includes('\\\\'));
        expect(JSON.parse(repairJson(raw).text)).toEqual(value);
      }),
    );
  });
});

import { analytes as table } from '@mhb-kit/core/passbook';
import { expect, it } from 'vitest';
import type { Entry } from '../entry/entry.js';
import { analytes as english } from './analytes.en.js';
import { analytes as chinese } from './analytes.zh-Hant.js';

/**
 * Returns the official names of an entry. If the entry states none, its plain name is official, with or without
 * the abbreviation in parentheses.
 */
const officialNames = ({ name, official }: Entry) =>
  official === undefined ? [name, name.replace(/ ?[(（][^)）]*[)）]$/, '')] : [official];

it('explains every analyte of the table, and nothing else', () => {
  const ids = [...new Set(table.map(({ id }) => id))].sort();
  expect(Object.keys(chinese).sort()).toEqual(ids);
  expect(Object.keys(english).sort()).toEqual(ids);
});

it.each(table)('uses the official name of $id in the table', ({ id, label }) => {
  const first = table.find((analyte) => analyte.id === id) ?? { label };
  expect(officialNames(chinese[id])).toContain(first.label['zh-Hant']);
  expect(officialNames(english[id])).toContain(first.label.en);
});

import { describe, expect, it } from 'vitest';
import { resolveSelection } from './selection.js';

const sections = [
  { category: 'outpatient', status: 'available', months: ['2026-01', '2026-02'] },
  { category: 'dental', status: 'no-data', months: [] },
  { category: 'allergy', status: 'available', months: [] },
  { category: 'laboratory', status: 'pending', months: [] },
  { category: 'immunization', status: 'failed', months: [] },
] as const;

describe('a selection', () => {
  it('is in the order of the request, with every category once', () => {
    expect(
      resolveSelection(
        [
          { category: 'allergy' },
          { category: 'outpatient', months: ['2026-02'] },
          { category: 'outpatient', months: ['2026-01', '2026-02'] },
          { category: 'allergy' },
        ],
        sections,
      ),
    ).toEqual([{ category: 'outpatient', months: ['2026-01', '2026-02'] }, { category: 'allergy' }]);
  });

  it('is merged if merged data is selected as well', () => {
    const both = [{ category: 'outpatient', months: ['2026-02'] }, { category: 'outpatient' }];
    expect(resolveSelection(both, sections)).toEqual([{ category: 'outpatient' }]);
  });

  it.each([
    ['nothing-selected', []],
    ['selection-unavailable', [{ category: 'dental' }]],
    ['selection-unavailable', [{ category: 'immunization' }]],
    ['selection-unavailable', [{ category: 'unknown' }]],
    ['selection-unavailable', [{ category: 'outpatient', months: [] }]],
    ['selection-unavailable', [{ category: 'outpatient', months: ['2025-12'] }]],
    ['selection-unavailable', [{ category: 'allergy', months: ['2026-01'] }]],
    ['request-not-ready', [{ category: 'laboratory' }]],
  ])('is refused with %s: %j', (code, selection) => {
    expect(() => resolveSelection(selection, sections)).toThrowError(expect.objectContaining({ code }));
  });
});

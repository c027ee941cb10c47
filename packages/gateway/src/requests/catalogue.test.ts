import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { parseConfiguration } from '../config/configuration.js';
import { optionsOf } from '../config/gateway-options.js';

const careVisits = {
  id: 'care-visits',
  class: 'medical',
  label: { 'zh-Hant': '居家照護紀錄', en: 'Home care visits' },
  monthly: false,
  window: { kind: 'all' },
  sections: ['care-visits'],
};

const catalogueOf = async (catalogue: unknown) =>
  (await optionsOf(parseConfiguration({ catalogue }, {}))).catalogue;

const refusal = (catalogue: unknown): Promise<string> =>
  catalogueOf(catalogue).then(
    () => 'accepted',
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'configuration-invalid' });
      return (error as Error).message;
    },
  );

describe('the catalogue of an operator', () => {
  it('is the NHI’s by default', async () => {
    expect(await catalogueOf(undefined)).toBeUndefined();
    expect(await catalogueOf({})).toEqual(defaultCatalogue);
  });

  it('can add categories, change windows and omit categories', async () => {
    const window = { kind: 'months-before', years: 3, lagDays: 0 };
    const catalogue = await catalogueOf({
      added: [careVisits],
      windows: { dental: window, allergy: { kind: 'since', date: '2020-02-29' } },
      omitted: ['premium-billing', 'premium-payment'],
    });
    expect(catalogue).toHaveLength(defaultCatalogue.length - 1);
    expect(catalogue?.at(-1)).toEqual(careVisits);
    expect(catalogue?.find(({ id }) => id === 'dental')).toMatchObject({ window, monthly: true });
    expect(catalogue?.some(({ class: each }) => each === 'payment')).toBe(false);
  });

  it('can group the sections of the passbook differently', async () => {
    const grouped = {
      ...careVisits,
      id: 'allergies-and-vaccinations',
      label: { 'zh-Hant': '過敏與疫苗', en: 'Allergies and vaccinations' },
      window: { kind: 'year-before', lagDays: 2 },
      monthly: true,
      sections: ['r4', 'r6'],
    };
    expect(await refusal({ added: [grouped] })).toContain('allergy has the section r4 already');
    expect(await refusal({ added: [grouped], omitted: ['allergy', 'immunization'] })).toBe('accepted');
  });

  it('is refused with the name of the category and the problem', async () => {
    const added = (changes: object) => refusal({ added: [{ ...careVisits, ...changes }] });
    expect(await refusal({ windows: { dentist: { kind: 'all' } } })).toContain('dentist: is not a category');
    expect(await refusal({ omitted: ['dentist'] })).toContain('dentist: is not a category');
    expect(await refusal({ omitted: defaultCatalogue.map(({ id }) => id) })).toContain('no category is left');
    expect(await added({ id: 'dental' })).toContain('dental has the id dental already');
    expect(await added({ label: { 'zh-Hant': '門診資料', en: 'x' } })).toContain('outpatient has the label');
    expect(await added({ sections: ['hpv'] })).toBe('accepted');
    expect(await added({ sections: ['r99'] })).toContain('choose another');
    expect(await added({ monthly: true })).toContain('no known date');
    expect(await added({ window: { kind: 'card-status' } })).toContain('no known date');
    for (const changes of [
      { label: { 'zh-Hant': '../門診', en: 'x' } },
      { label: { en: 'x' } },
      { label: { 'zh-Hant': '照護' } },
      { id: 'Care Visits' },
      { sections: [] },
      { class: 'other' },
      { window: { kind: 'since', date: '2020-13-01' } },
      { window: { kind: 'months-before', years: 0, lagDays: 2 } },
      { window: { kind: 'months-before', years: 1 } },
      { window: { kind: 'all', years: 1 } },
    ])
      expect(await added(changes), JSON.stringify(changes)).toMatch(/catalogue\.added\.0/);
    expect(await refusal({ add: [] })).toContain('catalogue.add is not a setting');
  });
});

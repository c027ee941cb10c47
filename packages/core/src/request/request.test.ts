import { describe, expect, it } from 'vitest';
import {
  archiveFileName,
  availableUntil,
  daysLeft,
  defaultCatalogue,
  expiryInstant,
  isExpired,
  monthsIn,
  passbookFileName,
  sectionFileName,
  windowOn,
} from './index.js';

/** The windows that the user manual (ROC 104) and the Q&A state, converted to Gregorian dates. */
const printed: readonly (readonly [category: string, requestedOn: string, start: string, end: string])[] = [
  ['premium-billing', '2015-05-08', '2014-04-01', '2015-03-31'],
  ['premium-billing', '2015-05-27', '2014-05-01', '2015-04-30'],
  ['premium-billing', '2015-05-19', '2014-04-01', '2015-03-31'],
  ['premium-billing', '2015-05-20', '2014-05-01', '2015-04-30'],
  ['premium-billing', '2016-01-05', '2014-12-01', '2015-11-30'],
  ['card-status', '2015-05-27', '2014-05-01', '2015-05-31'],
  ['premium-payment', '2015-05-27', '2014-05-21', '2015-05-20'],
  ['premium-payment', '2024-03-07', '2023-03-01', '2024-02-29'],
  ['outpatient', '2015-05-01', '2014-05-01', '2015-04-29'],
  ['outpatient', '2015-05-27', '2014-05-01', '2015-05-25'],
  ['inpatient', '2015-05-01', '2014-05-01', '2015-04-29'],
  ['dental', '2015-05-08', '2013-05-01', '2015-05-06'],
  ['chinese-medicine', '2015-05-01', '2014-05-01', '2015-04-29'],
  ['allergy', '2015-05-27', '2015-01-01', '2015-05-27'],
];

const category = (id: string) => defaultCatalogue.find((one) => one.id === id)!;

describe('catalogue', () => {
  it.each(printed)('%s requested on %s covers %s to %s', (id, requestedOn, start, end) => {
    expect(windowOn(category(id).window, requestedOn)).toEqual({ start, end });
  });

  it('has no window for categories without a limit', () => {
    expect(windowOn(category('immunization').window, '2015-05-27')).toBeNull();
  });

  it('offers single months for the four △ categories only', () => {
    expect(defaultCatalogue.filter(({ monthly }) => monthly).map(({ id }) => id)).toEqual([
      'outpatient',
      'inpatient',
      'dental',
      'chinese-medicine',
    ]);
  });

  it('names every category and every passbook section once', () => {
    const ids = defaultCatalogue.map(({ id }) => id);
    const sections = defaultCatalogue.flatMap((one) => one.sections);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(sections).size).toBe(sections.length);
  });

  it('lists the months that overlap a window', () => {
    const months = monthsIn({ start: '2014-05-01', end: '2015-05-25' });
    expect([months.length, months[0], months.at(-1)]).toEqual([13, '2014-05', '2015-05']);
  });
});

describe('request', () => {
  it('keeps data until the end of the seventh day after it', () => {
    expect(availableUntil('2015-05-08')).toBe('2015-05-15');
    expect(expiryInstant('2015-05-08').toISOString()).toBe('2015-05-15T16:00:00.000Z');
    expect(isExpired({ requestedOn: '2015-05-08' }, new Date('2015-05-15T15:59:59.999Z'))).toBe(false);
    expect(isExpired({ requestedOn: '2015-05-08' }, new Date('2015-05-15T16:00:00Z'))).toBe(true);
  });

  it('counts the days left in Taipei', () => {
    const request = { availableUntil: '2015-05-15' };
    expect(daysLeft(request, new Date('2015-05-08T04:00:00Z'))).toBe(7);
    expect(daysLeft(request, new Date('2015-05-15T15:59:59Z'))).toBe(0);
    expect(daysLeft(request, new Date('2015-05-15T16:00:00Z'))).toBe(-1);
  });

  it('names files like the service', () => {
    expect(archiveFileName('2015-05-27')).toBe('健康存摺_1040527.zip');
    expect(sectionFileName('門診資料', '2015-05-27')).toBe('門診資料_1040527.html');
    expect(sectionFileName('門診資料', '2015-05-27', '2015-04')).toBe('門診資料_10404_1040527.html');
    expect(passbookFileName('2024-03-05')).toBe('健康存摺醫療類_1130305.json');
  });
});

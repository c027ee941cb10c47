import { describe as explain, pieces } from '@mhb-kit/knowledge';
import { beforeAll, describe, expect, it } from 'vitest';
import { guides, profilesFolder } from '../fhir/guides.js';

/**
 * The share of the NHI's own list of services that is explained. The list is not ours: TW Core has it as a
 * code system.
 */
const LIST = 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medical-service-payment-tw';
/** Chapters 06 to 14 of the fee schedule. */
const isLaboratory = (code: string) => /^(?:0[6-9]|1[0-4])\d{3}[A-Z]$/.test(code);

describe.skipIf(profilesFolder === undefined)('orders (where MHB_PROFILES names the guides)', () => {
  const official = new Map<string, string>();
  const explained = new Map<string, string>();

  beforeAll(async () => {
    for (const { code, display = '' } of guides().definitions.codeSystem(LIST)?.concept ?? [])
      official.set(code, display);
    for (const code of official.keys()) {
      const found = await explain({ kind: 'order', code }, { language: 'zh-Hant' });
      if (found !== null) explained.set(code, found.name);
    }
  });
  const share = (codes: readonly string[]) =>
    codes.filter((code) => explained.has(code)).length / codes.length;

  it('of the laboratory are explained, at least nine of ten', () => {
    const codes = [...official.keys()].filter(isLaboratory);
    expect(codes.length).toBeGreaterThanOrEqual(700);
    expect(share(codes)).toBeGreaterThanOrEqual(0.9);
  });

  it('of all kinds are explained, at least four of ten', () => {
    expect(official.size).toBeGreaterThanOrEqual(5800);
    expect(share([...official.keys()])).toBeGreaterThanOrEqual(0.4);
  });

  it('with their own plain name are on the list', async () => {
    const groups = await pieces.orders['zh-Hant']();
    const named = Object.values(groups).flatMap(({ orders = {} }) => Object.keys(orders));
    expect(named.filter((code) => !official.has(code))).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Flow from '../../../packages/core/src/gateway/connect-flow.js';
import type * as Kept from '../../../packages/core/src/gateway/pending-authorization.js';
import { launch, serveModules } from '../../bench/passbook-search.mjs';

/** The data that a page stores in IndexedDB while the person is at the gateway, in Chromium. */

const MINUTE = 60_000;

let browser: Browser;
let page: Page;
let server: { origin: string; close: () => void };

beforeAll(async () => {
  server = await serveModules();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/?script=/test/conformance/gateway/pending-authorization-page.js`);
  // The policy forbids the polling of `waitForFunction`, which evaluates code within the page.
  await vi.waitFor(async () =>
    expect(await page.evaluate('globalThis.connectInPage !== undefined')).toBe(true),
  );
});

interface Modules {
  readonly flow: typeof Flow;
  readonly kept: typeof Kept;
}

/** Stores one attempt for each age, does something, and returns the ages that are left. */
const leftAfter = (ages: readonly number[], step: 'redirect' | 'popup' | 'return' | 'page start' | 'time') =>
  page.evaluate(
    async ({ ages, step }) => {
      const { flow, kept } = (globalThis as unknown as { connectInPage: Modules }).connectInPage;
      const pending = { codeVerifier: 'v', clientId: 'hospital', redirectUri: location.href };
      const key = {
        thumbprint: () => Promise.resolve('jkt'),
        pair: () => Promise.resolve({}),
        adopt: () => undefined,
      } as never;
      for (const age of ages) {
        await kept.storePendingAuthorization({
          ...pending,
          state: `page.${age}`,
          pair: {} as never,
          since: Date.now() - age,
        });
      }
      const target = { clientId: 'hospital', redirectUri: location.href };
      const answer = `${location.origin}/?state=page.${ages.at(-1)}&code=c&iss=${location.origin}`;
      window.open = () => null;
      if (step === 'redirect') await flow.askByRedirect(location.origin, key, target);
      if (step === 'popup') await flow.askInPopup(location.origin, key, target).catch(() => undefined);
      if (step === 'return') await flow.answerOfRedirect(location.origin, key, answer);
      if (step === 'page start') await flow.answerOfRedirect(location.origin, key, location.href);
      const states = async (): Promise<string[]> => {
        const open = indexedDB.open('mhb-connect');
        await new Promise((resolve) => (open.onsuccess = resolve));
        const all = open.result.transaction('pending').objectStore('pending').getAllKeys();
        await new Promise((resolve) => (all.onsuccess = resolve));
        open.result.close();
        return all.result as string[];
      };
      // A popup's attempt does not wait for the deletion.
      while (step === 'popup' && (await states()).length > 1)
        await new Promise((resolve) => setTimeout(resolve));
      return (await states()).filter((state) => ages.includes(Number(state.slice(5))));
    },
    { ages, step },
  );

describe('an abandoned attempt to connect', () => {
  it.each(['redirect', 'popup', 'page start'] as const)('is deleted with the next %s', async (step) => {
    expect(await leftAfter([20 * MINUTE, MINUTE], step)).toEqual([`page.${MINUTE}`]);
  });

  it('is deleted when another one comes back', async () => {
    expect(await leftAfter([20 * MINUTE, MINUTE], 'return')).toEqual([]);
  });

  it('is deleted in time while a page is open', async () => {
    await page.clock.install({ time: new Date() });
    expect(await leftAfter([MINUTE], 'page start')).toEqual([`page.${MINUTE}`]);
    await page.clock.fastForward(15 * MINUTE);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const open = indexedDB.open('mhb-connect');
          await new Promise((resolve) => (open.onsuccess = resolve));
          const count = open.result.transaction('pending').objectStore('pending').count();
          await new Promise((resolve) => (count.onsuccess = resolve));
          open.result.close();
          return count.result;
        }),
      )
      .toBe(0);
  });
});

import { aTimeout, expect, fixture, fixtureCleanup, html, unsafeStatic, waitUntil } from '@open-wc/testing';
import '@mhb-kit/elements/define';
import { setViewport } from '@web/test-runner-commands';
import { createAccountClient, createGatewayClient } from '@mhb-kit/core/gateway';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import type { LitElement } from 'lit';
import { words } from './harness.js';

/**
 * What every component must do. The list comes from the manifest, so a new component is tested from the
 * start. `test/e2e/strict-policy.test.ts` tests them under a strict policy.
 */

interface Declaration {
  readonly tagName?: string;
  readonly summary?: string;
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
}

const manifest = (await (await fetch('/packages/elements/dist/custom-elements.json')).json()) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const components = manifest.modules
  .flatMap(({ declarations }) => declarations ?? [])
  .filter((declaration) => declaration.tagName !== undefined);

/** Components without visible content of their own. */
const INVISIBLE = ['mhb-provider', 'mhb-idle-guard'];

type Component = LitElement & { theme?: string };

/** The component on a hospital's page with a running gateway, before anybody has logged in. */
async function shown(tag: string, lang = 'zh-Hant-TW'): Promise<Component> {
  const gateway = inMemoryGateway();
  const name = unsafeStatic(tag);
  const page = await fixture(
    html`<mhb-provider
      lang=${lang}
      .client=${createGatewayClient(gateway)}
      .accounts=${createAccountClient(gateway)}
      .cards=${[]}
      ><${name}></${name}
    ></mhb-provider>`,
  );
  const element = page.querySelector<Component>(tag) ?? (page as Component);
  await settled(element);
  // Checks of the gateway and the reader take longer on a busy machine, and their results change the layout.
  await waitUntil(() => element.shadowRoot!.querySelector('.spinner') === null, 'still checks', {
    timeout: 30_000,
  });
  return element;
}

async function settled(element: Component): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await aTimeout(10);
    await element.updateComplete;
  }
}

/** The rules of Bootstrap 3 and of many hospitals' style sheets, and more extreme ones. */
const AGGRESSIVE = `
  html { font-size: 62.5%; }
  body { margin: 0; font: italic 700 10px/1 serif; }
  * {
    box-sizing: content-box; margin: 0; padding: 0; color: #f0f; font-size: 10px; font-style: italic;
    font-weight: 900; font-variant: small-caps; letter-spacing: 3px; line-height: 1; text-align: center;
    text-transform: uppercase; white-space: pre;
  }`;

/** The size of every element inside, and the layout of its text. */
function looks(element: Component): readonly string[] {
  const insides = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return insides.map((inside) => {
    const { width, height } = inside.getBoundingClientRect();
    const style = getComputedStyle(inside);
    const { color, fontFamily, fontSize, fontStyle, fontWeight, letterSpacing, lineHeight } = style;
    const set = [color, fontFamily, fontSize, fontStyle, fontWeight, letterSpacing, lineHeight];
    return `${inside.localName} ${width.toFixed(1)}×${height.toFixed(1)} ${set.join(' ')}`;
  });
}

/** Chromium is started with `--expose-gc`; the other browsers have no such option. */
const collect = (globalThis as { gc?: (how: { type: 'major'; execution: 'async' }) => Promise<void> }).gc;

for (const { tagName: tag = '', summary, cssParts = [] } of components) {
  describe(`<${tag}>, as every component`, () => {
    const isVisible = !INVISIBLE.includes(tag);

    it('is registered, and documented', () => {
      expect(customElements.get(tag)).to.be.a('function');
      expect(summary ?? '').to.not.equal('');
    });

    if (isVisible) {
      for (const lang of ['zh-Hant-TW', 'en']) {
        for (const theme of ['light', 'dark']) {
          it(`is accessible in ${lang}, ${theme}`, async () => {
            const element = await shown(tag, lang);
            element.theme = theme;
            await settled(element);
            await expect(element).to.be.accessible();
          });
        }
      }

      it('is available in Chinese and English, and declares its language', async () => {
        const chinese = await shown(tag, 'zh-Hant-TW');
        const [zh, zhTag] = [
          words(chinese),
          chinese.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'),
        ];
        fixtureCleanup();
        const english = await shown(tag, 'en');
        const [en, enTag] = [
          words(english),
          english.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'),
        ];
        expect([zhTag, enTag]).to.deep.equal(['zh-Hant', 'en']);
        if (zh.trim() === '' && en.trim() === '') return;
        expect(zh).to.match(/\p{Script=Han}/u);
        expect(en).to.not.equal(zh);
        expect(en).to.match(/[A-Za-z]{2}/);
      });

      it('follows a change of language', async () => {
        const element = await shown(tag, 'zh-Hant-TW');
        element.lang = 'en';
        await settled(element);
        expect(element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')).to.equal('en');
      });

      it('fits a page 320 pixels wide', async () => {
        await setViewport({ width: 320, height: 640 });
        await shown(tag);
        const { scrollWidth } = document.documentElement;
        await setViewport({ width: 800, height: 600 });
        expect(scrollWidth).to.be.at.most(320);
      });

      it('looks the same on a page with a small root font and rules for every element', async () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('body { margin: 0; }');
        document.adoptedStyleSheets = [sheet];
        try {
          const element = await shown(tag);
          const usual = looks(element);
          sheet.replaceSync(AGGRESSIVE);
          await settled(element);
          expect(looks(element)).to.deep.equal(usual);
        } finally {
          document.adoptedStyleSheets = [];
        }
      });

      it('has the parts that its documentation names, as far as they are shown, and no others', async () => {
        const element = await shown(tag);
        const named = new Set(cssParts.map(({ name }) => name));
        const parts = [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((part) => [
          ...part.part,
        ]);
        expect(parts.filter((part) => !named.has(part))).to.deep.equal([]);
      });
    }

    it('writes no style attribute', async () => {
      const element = await shown(tag);
      expect(element.shadowRoot?.querySelector('[style]') ?? null).to.equal(null);
    });

    it('works after it was moved', async () => {
      const element = await shown(tag);
      const before = element.shadowRoot?.childElementCount;
      const { parentNode } = element;
      element.remove();
      parentNode?.append(element);
      await settled(element);
      expect(element.isConnected && element.shadowRoot?.childElementCount).to.equal(before);
    });

    it('can be collected after it was removed', async function () {
      if (collect === undefined && !navigator.userAgent.includes('Chrome')) this.skip();
      if (collect === undefined) throw new Error('The browser was started without --expose-gc');
      const make = async (): Promise<WeakRef<Component>> => {
        const element = document.createElement(tag) as Component;
        document.body.append(element);
        await settled(element);
        element.remove();
        return new WeakRef(element);
      };
      const element = await make();
      for (let round = 0; round < 50 && element.deref() !== undefined; round++) {
        await aTimeout(20);
        // In a separate task, because the stack of a running script keeps references.
        await collect({ type: 'major', execution: 'async' });
      }
      expect(element.deref() === undefined).to.equal(true);
    });
  });
}

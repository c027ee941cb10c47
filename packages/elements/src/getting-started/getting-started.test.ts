import { expect, fixture, html } from '@open-wc/testing';
import '@mhb-kit/elements/define/getting-started';
import type { MhbGettingStarted } from '@mhb-kit/elements/getting-started';
import { setViewport } from '@web/test-runner-commands';

const steps = (lang: string): Promise<MhbGettingStarted> =>
  fixture<MhbGettingStarted>(
    html`<mhb-getting-started lang=${lang} check-href="/check"
      ><a slot="card" href="/card">Card</a></mhb-getting-started
    >`,
  );

describe('<mhb-getting-started>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await steps('en');
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('names the three steps in order, with the page’s additions to each', async () => {
    const element = await steps('zh-TW');
    const items = [...element.shadowRoot!.querySelectorAll('li')];
    expect(items.map((item) => item.querySelector('h3')!.textContent)).to.deep.equal([
      '準備卡片',
      '準備讀卡機',
      '環境檢測與安裝',
    ]);
    expect(items[0]!.querySelector('slot')!.assignedElements()[0]!.textContent).to.equal('Card');
    expect(items[2]!.querySelector('a')!.getAttribute('href')).to.equal('/check');
  });

  it('fits a page 320 pixels wide', async () => {
    await setViewport({ width: 320, height: 640 });
    await steps('en');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});

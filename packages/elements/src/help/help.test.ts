import { expect, fixture, html } from '@open-wc/testing';
import { createGatewayClient, type GatewayClient, type OperatorContent } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/help';
import type { MhbHelp } from '@mhb-kit/elements/help';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

const page = (text: string): OperatorContent['pages'][string] => {
  const one = (language: 'zh-Hant' | 'en') => ({
    language,
    title: text,
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text }] } as const],
  });
  return { 'zh-Hant': one('zh-Hant'), en: one('en') };
};

const help = async (client?: GatewayClient): Promise<MhbHelp> => {
  const element = await fixture<MhbHelp>(
    html`<mhb-help lang="en" telephone="0800-030-598" email="help@example.tw" .client=${client}></mhb-help>`,
  );
  return element;
};

describe('<mhb-help>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await help();
      element.theme = theme;
      await waitUntil(() => find(element, 'details') !== null, 'answers');
      await expect(element).to.be.accessible();
    });
  }

  it('shows phone number and e-mail address as links, and its own answers', async () => {
    const element = await help();
    expect(find<HTMLAnchorElement>(element, 'dd a').href).to.equal('tel:0800030598');
    await waitUntil(() => words(element).includes('What is the health passbook?'), 'answers');
    element.lang = 'zh-Hant';
    await waitUntil(() => words(element).includes('什麼是健康存摺？'), 'in Chinese');
  });

  it('shows the operator’s content instead', async () => {
    const pages = { manual: page('Our manual'), questions: page('Our answers') };
    const element = await help(
      createGatewayClient(inMemoryGateway({ content: { announcements: [], pages } })),
    );
    await waitUntil(() => words(element).includes('Our manual'), 'manual');
    expect(words(element)).to.contain('Our answers').and.not.to.contain('What is the health passbook?');
  });

  it('opens the passbook of an invented person, and loads the viewer only then', async () => {
    const element = await help();
    expect(customElements.get('mhb-passbook-viewer')).to.equal(undefined);
    find(element, '#sample').click();
    await waitUntil(() => find(element, 'mhb-passbook-viewer') !== null, 'opens');
    const viewer = element.shadowRoot!.querySelector('mhb-passbook-viewer')!;
    await waitUntil(() => viewer.passbook !== undefined, 'reads it');
    await waitUntil(() => viewer.shadowRoot!.textContent.includes('Penicillin'), 'shows it');
    expect(words(element)).to.contain('fictional');
    find(element, '#sample').click();
    await element.updateComplete;
    expect(find(element, 'mhb-passbook-viewer')).to.equal(null);
  });
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { createHealthLinkKey, sealFile, writeHealthLink } from '@mhb-kit/core/share';
import '@mhb-kit/elements/define/receive';
import type { MhbReceiveEvent } from '@mhb-kit/elements';
import type { MhbReceive } from '@mhb-kit/elements/receive';
import { inMemoryGateway, logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, type, words } from '../../test/harness.js';

/** Shared data that contains HTML markup. The markup must be shown as plain text. */
const bundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', name: [{ text: '<b>Somebody</b>' }] } },
    {
      resource: {
        resourceType: 'AllergyIntolerance',
        verificationStatus: { coding: [{ code: 'refuted' }] },
        code: { text: 'Penicillin<img src=x onerror=alert(1)>' },
      },
    },
    { resource: { resourceType: 'Observation', code: { text: 'HbA1c' }, modifierExtension: [{}] } },
  ],
};

interface Shared {
  readonly gateway: InMemoryGateway;
  readonly link: string;
}

/** Creates a link at the gateway of a different organization. */
async function shared(passcode: string | null): Promise<Shared> {
  const gateway = inMemoryGateway({ people });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  const key = createHealthLinkKey();
  const contentType = 'application/fhir+json';
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { manifestUrl } = await client.createHealthLink({
    files: [{ contentType, jwe: await sealFile(JSON.stringify(bundle), contentType, key) }],
    expiresAt: expiresAt.toISOString(),
    passcode,
  });
  const link = writeHealthLink({
    url: manifestUrl,
    key,
    expiresAt,
    isLongTerm: false,
    needsPasscode: passcode !== null,
    isDirect: false,
    label: 'About somebody',
  });
  return { gateway, link };
}

/** Renders the page of a clinic, whose gateway fetches links for the page. */
async function clinic(owner: InMemoryGateway, lang = 'en'): Promise<MhbReceive> {
  const gateway = inMemoryGateway({ baseUrl: 'https://clinic.test', relayFetch: owner.fetch });
  const client = createGatewayClient(gateway);
  const element = await fixture<MhbReceive>(
    html`<mhb-receive lang=${lang} recipient="Clinic" .client=${client}></mhb-receive>`,
  );
  await waitUntil(() => find(element, '#scan') !== null, 'the ways in are there');
  return element;
}

async function received(lang = 'en'): Promise<MhbReceive> {
  const { gateway, link } = await shared(null);
  const element = await clinic(gateway, lang);
  expect(await element.open(link)).to.equal(true);
  await element.updateComplete;
  return element;
}

describe('<mhb-receive>', () => {
  it('shows shared data as unverified text, with everything that changes its meaning', async () => {
    const element = await received();
    const text = words(element);
    expect(text).to.contain('Shared by the patient, unverified');
    expect(text).to.contain('<b>Somebody</b>');
    expect(text).to.contain('Penicillin<img src=x onerror=alert(1)>');
    expect(text).to.contain('refuted');
    expect(text).to.contain('has an extension that may change its meaning');
    expect(text).not.to.contain('HbA1c');
    expect(find(element, 'img')).to.equal(null);
  });

  it('passes on the displayed data only after a button press', async () => {
    const element = await received();
    let told = 0;
    element.addEventListener('mhb-receive', () => (told += 1));
    expect(told).to.equal(0);
    const taken = oneEvent(element, 'mhb-receive');
    find(element, '#take').click();
    const { received: content } = (await taken) as unknown as MhbReceiveEvent;
    expect(content.verified).to.equal(false);
    expect(content.resources).to.deep.equal([bundle]);
  });

  it('asks for the passcode, and shows the remaining attempts', async () => {
    const { gateway, link } = await shared('482913');
    const element = await clinic(gateway);
    type(element, { link });
    find(element, 'form button').click();
    await waitUntil(() => find(element, '#passcode') !== null, 'it asks');
    await expect(element).to.be.accessible();
    type(element, { passcode: '000000' });
    find(element, 'form button').click();
    await waitUntil(() => words(element).includes('4 attempts are left'), 'it counts');
    type(element, { passcode: '482913' });
    find(element, 'form button').click();
    await waitUntil(() => find(element, '[part=summary]') !== null, 'it opens');
  });

  it('deletes everything when it is closed or removed', async () => {
    const element = await received();
    find(element, '#close').click();
    await element.updateComplete;
    expect(words(element)).not.to.contain('Penicillin');
    const other = await received();
    other.remove();
    document.body.append(other);
    await other.updateComplete;
    expect(words(other)).not.to.contain('Penicillin');
    other.remove();
  });

  it('says what to do with text that is not a link', async () => {
    const { gateway } = await shared(null);
    const element = await clinic(gateway);
    expect(await element.open('https://example.tw/')).to.equal(false);
    await waitUntil(() => words(element).includes('health-link-invalid'), 'it says so');
  });

  it('reports that there is no camera, and offers the other ways', async () => {
    const { gateway } = await shared(null);
    const element = await clinic(gateway);
    const original = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    try {
      find(element, '#scan').click();
      await waitUntil(() => words(element).includes('The camera cannot be used'), 'it says so');
      expect(find(element, '#link')).not.to.equal(null);
    } finally {
      navigator.mediaDevices.getUserMedia = original;
    }
  });

  for (const lang of ['zh-Hant', 'en'])
    it(`is accessible with what was received in ${lang}`, async () => {
      await expect(await received(lang)).to.be.accessible();
    });
});

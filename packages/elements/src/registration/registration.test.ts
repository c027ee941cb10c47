import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider, type SimulatedProvider } from '@mhb-kit/core/card';
import { createAccountClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/registration';
import type { MhbRegistration } from '@mhb-kit/elements/registration';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

const cardOf = (person: InventedPerson) => virtualNhiCard({ ...person, ...person.card });

interface Stage {
  readonly element: MhbRegistration;
  readonly gateway: InMemoryGateway;
  readonly reader: SimulatedProvider;
}

async function stage(attributes: Partial<MhbRegistration> = {}): Promise<Stage> {
  const gateway = inMemoryGateway();
  const reader = simulatedProvider(cardOf(lin));
  const element = await fixture<MhbRegistration>(
    html`<mhb-registration
      lang="en"
      .accounts=${createAccountClient(gateway)}
      .cards=${[reader]}
    ></mhb-registration>`,
  );
  Object.assign(element, attributes);
  await waitUntil(() => !words(element).includes('Looking'), 'the card was looked for');
  return { element, gateway, reader };
}

const errorOf = (element: MhbRegistration, name: string): string =>
  find(element, `#${name}-error`)?.textContent ?? '';

async function readCard(element: MhbRegistration): Promise<void> {
  find(element, '#read').click();
  await waitUntil(() => words(element).includes('********0426'), 'the card was read');
}

const good = {
  nationalId: lin.nationalId.toLowerCase(),
  personName: lin.name,
  birthDate: '民國 50 年 4 月 18 日',
  householdNumber: lin.householdNumber,
  registeredAddress: lin.registeredAddress,
  newPassword: 'Passbook1',
  repeatedPassword: 'Passbook1',
  telephone: '',
  mobile: '0900-000-426',
  email: lin.email,
  alternateEmail: '',
};

function fill(element: MhbRegistration, values: Partial<typeof good>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = find<HTMLInputElement>(element, `#${name}`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

async function goOn(element: MhbRegistration): Promise<void> {
  find(element, 'form:not([hidden]) [part=submit]').click();
  await element.updateComplete;
  await waitUntil(() => !words(element).includes('One moment'), 'goes on');
}

describe('<mhb-registration>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}: empty, with every field wrong, and at the end`, async () => {
      const { element } = await stage({ theme });
      await expect(element).to.be.accessible();
      await goOn(element);
      await expect(element).to.be.accessible();
      await readCard(element);
      fill(element, good);
      await goOn(element);
      await expect(element).to.be.accessible();
      await goOn(element);
      await waitUntil(() => words(element).includes('We have received your application'), 'sent');
      await expect(element).to.be.accessible();
    });
  }

  it('takes an application from the card to the last step, and stores none of its data', async () => {
    const { element, gateway } = await stage();
    await readCard(element);
    fill(element, good);
    await goOn(element);
    expect(words(element)).to.contain('Please check your data').and.to.contain('0900000426');
    expect(words(element)).to.contain('1961-04-18 (ROC 050/04/18)');
    expect(words(element)).not.to.contain('Passbook1');
    expect(find(element, 'h3')).to.equal(element.shadowRoot!.activeElement);
    setTimeout(() => void goOn(element));
    await oneEvent(element, 'mhb-application-sent');
    await element.updateComplete;
    expect(gateway.messages.map(({ purpose, to }) => [purpose, to])).to.deep.equal([
      ['confirm-registration', lin.email],
    ]);
    expect(words(element)).to.contain('within 5 days').and.not.to.contain(lin.email);
    expect(element.shadowRoot!.querySelector('input')).to.equal(null);
    expect(words(element)).not.to.contain(lin.name);
  });

  it('requires the card first', async () => {
    const { element } = await stage();
    fill(element, good);
    await goOn(element);
    expect(errorOf(element, 'card')).to.contain('Insert your NHI card first');
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '#read'));
  });

  for (const [name, value, words] of [
    ['nationalId', 'K223010427', 'is not valid'],
    ['nationalId', wang.nationalId, 'not the ID number on the card'],
    ['personName', wang.name, 'not the name on the card'],
    ['birthDate', '50/02/30', 'Enter a date of birth'],
    ['birthDate', '2222-04-18', 'Enter a date of birth'],
    ['newPassword', 'short', 'does not meet the rules'],
    ['newPassword', 'with space1', 'does not meet the rules'],
    ['newPassword', 'Passbook12345', 'does not meet the rules'],
    ['repeatedPassword', 'Passbook2', 'differ'],
    ['mobile', '0212345678', 'beginning with 09'],
    ['telephone', 'call me', 'Use digits'],
    ['email', 'lin@example', 'not an e-mail address'],
    ['alternateEmail', '@example.tw', 'not an e-mail address'],
  ] as const) {
    it(`reports at the field what is wrong with ${name} ${value}`, async () => {
      const { element } = await stage();
      await readCard(element);
      fill(element, { ...good, [name]: value });
      await element.updateComplete;
      expect(errorOf(element, name)).to.contain(words);
      await goOn(element);
      expect(element.shadowRoot!.activeElement).to.equal(find(element, `#${name}`));
      expect(find(element, `#${name}`).getAttribute('aria-describedby')).to.contain(`${name}-error`);
    });
  }

  it('marks all missing fields, and moves to the first', async () => {
    const { element } = await stage();
    await readCard(element);
    await goOn(element);
    const missing = [...element.shadowRoot!.querySelectorAll('[aria-invalid=true]')].map(({ id }) => id);
    expect(missing).to.deep.equal([
      'nationalId',
      'personName',
      'birthDate',
      'householdNumber',
      'registeredAddress',
      'newPassword',
      'repeatedPassword',
      'mobile',
      'email',
    ]);
    expect(element.shadowRoot!.activeElement!.id).to.equal('nationalId');
  });

  it('advises against mailboxes that lose mail, but accepts them', async () => {
    const { element } = await stage({ mailAdviceDomains: 'lossy.example, other.example' });
    await readCard(element);
    fill(element, { ...good, email: 'me@LOSSY.example' });
    await element.updateComplete;
    expect(find(element, '#email-advice').textContent).to.contain('lossy.example');
    expect(errorOf(element, 'email')).to.equal('');
    await goOn(element);
    expect(words(element)).to.contain('Please check your data');
  });

  it('removes the card’s data when the card is removed', async () => {
    const { element, reader } = await stage();
    await readCard(element);
    reader.remove();
    await waitUntil(() => !words(element).includes('********0426'), 'forgotten');
  });

  it("does not send one person's form with another's card", async () => {
    const { element, reader, gateway } = await stage();
    await readCard(element);
    fill(element, good);
    await goOn(element);
    reader.insert(cardOf(wang));
    await goOn(element);
    await waitUntil(() => words(element).includes('card-mismatch'), 'says so');
    expect(gateway.messages).to.deep.equal([]);
  });

  it('lets the person change their input', async () => {
    const { element } = await stage();
    await readCard(element);
    fill(element, good);
    await goOn(element);
    find(element, '#change').click();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#email').value).to.equal(lin.email);
    expect(find(element, '#email').closest('form')!.hidden).to.equal(false);
  });

  it('asks the page to show the login', async () => {
    const { element } = await stage();
    setTimeout(() => {
      find(element, '#back').click();
    });
    expect((await oneEvent(element, 'mhb-show-login')).cancelable).to.equal(true);
  });

  it('changes its language, including errors', async () => {
    const { element } = await stage();
    await readCard(element);
    await goOn(element);
    element.lang = 'zh-Hant';
    await waitUntil(() => errorOf(element, 'email') === '請填寫這一欄。', 'in Chinese');
    element.translations = { ja: { registration: { heading: '登録' } } };
    element.lang = 'ja';
    await waitUntil(() => find(element, 'h2').textContent === '登録', 'in Japanese');
    expect(errorOf(element, 'email')).to.equal('Fill this in.');
  });

  it('fits a page 320 pixels wide with text at 200 %', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    const { element } = await stage();
    await goOn(element);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });
});

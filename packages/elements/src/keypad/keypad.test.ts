import { expect, fixture, html } from '@open-wc/testing';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/keypad';
import '@mhb-kit/elements/define/login-box';
import type { MhbKeypad } from '@mhb-kit/elements/keypad';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';

const noCards: readonly never[] = [];
const keypad = (scrambled = false): Promise<MhbKeypad> =>
  fixture<MhbKeypad>(html`<mhb-keypad lang="en" .scrambled=${scrambled}></mhb-keypad>`);
const field = (value = ''): Promise<HTMLInputElement> =>
  fixture<HTMLInputElement>(html`<input aria-label="code" maxlength="6" .value=${value} />`);
const keys = (element: MhbKeypad): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=key]'),
];
const type = (element: MhbKeypad, text: string): void => {
  for (const each of text)
    keys(element)
      .find(({ textContent }) => textContent.trim() === each)!
      .click();
};
const press = async (element: MhbKeypad, selector: string): Promise<void> => {
  element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
  await element.updateComplete;
};

describe('<mhb-keypad>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await keypad();
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('types into the field that last had the focus, at its caret, and triggers its input events', async () => {
    const element = await keypad();
    const input = await field('A9');
    let heard = 0;
    input.addEventListener('input', () => (heard += 1));
    input.focus();
    input.setSelectionRange(1, 1);
    type(element, '12');
    await press(element, '#case');
    type(element, 'b');
    expect(input.value).to.equal('A12b9');
    await press(element, '#backspace');
    expect(input.value).to.equal('A129');
    expect(heard).to.equal(4);
    await press(element, '#clear');
    expect(input.value).to.equal('');
  });

  it('starts with capital or lower-case letters as the field requires, and lets the person switch afterwards', async () => {
    const element = await keypad();
    const first = async (attributes: { readonly type?: string; readonly name: string }): Promise<string> => {
      const input = await field();
      Object.assign(input, attributes);
      input.focus();
      await element.updateComplete;
      return keys(element)[10]!.textContent.trim();
    };
    expect(await first({ name: 'nationalId' })).to.equal('A');
    expect(await first({ type: 'password', name: 'password' })).to.equal('a');
    expect(await first({ name: 'householdNumber' })).to.equal('A');
    expect(await first({ type: 'email', name: 'alternateEmail' })).to.equal('a');
    // An archive's password is an ID number, so its form asks for capital letters despite the name of the field.
    const form = await fixture<HTMLFormElement>(
      html`<form autocapitalize="characters">
        <input aria-label="ID" type="password" name="password" />
      </form>`,
    );
    form.querySelector('input')!.focus();
    await element.updateComplete;
    expect(keys(element)[10]!.textContent.trim()).to.equal('A');
    await press(element, '#case');
    type(element, 'a');
    await element.updateComplete;
    expect(keys(element)[10]!.textContent.trim()).to.equal('a');
  });

  it('follows the focus from field to field inside another component', async () => {
    const element = await keypad();
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const [mail, code] = ['email', 'text'].map((kind) => {
      const input = document.createElement('input');
      input.type = kind;
      root.append(input);
      return input;
    });
    code!.focus();
    mail!.focus();
    await press(element, '#case');
    type(element, 'mei@a.tw');
    await press(element, '#backspace');
    code!.focus();
    type(element, '7');
    expect([mail!.value, code!.value]).to.deep.equal(['mei@a.t', '7']);
  });

  it('respects the maximum length of the field', async () => {
    const element = await keypad();
    const input = await field('12345');
    input.focus();
    type(element, '678');
    expect(input.value).to.equal('123456');
  });

  it('reaches fields inside other components', async () => {
    const element = await keypad();
    const client = createGatewayClient(inMemoryGateway());
    const box = await fixture(html`<mhb-login-box .client=${client} .cards=${noCards}></mhb-login-box>`);
    const password = box.shadowRoot!.querySelector<HTMLInputElement>('#password')!;
    password.focus();
    type(element, '42');
    expect(password.value).to.equal('42');
  });

  it('shuffles its digits again for each field', async () => {
    const element = await keypad(true);
    const orders = new Set<string>();
    for (let fields = 0; fields < 6; fields += 1) {
      (await field()).focus();
      await element.updateComplete;
      const digits = keys(element)
        .slice(0, 10)
        .map(({ textContent }) => textContent.trim());
      expect([...digits].sort().join('')).to.equal('0123456789');
      orders.add(digits.join(''));
    }
    expect(orders.size).to.be.greaterThan(1);
  });

  it('has keys of kiosk size', async () => {
    const [key] = keys(await keypad());
    expect(key!.getBoundingClientRect().height).to.be.at.least(60);
  });
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider } from '@mhb-kit/core/card';
import { createAccountClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/password-reset';
import type { MhbPasswordReset } from '@mhb-kit/elements/password-reset';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

interface Stage {
  readonly element: MhbPasswordReset;
  readonly gateway: InMemoryGateway;
}

async function stage(gateway = inMemoryGateway({ people })): Promise<Stage> {
  const element = await fixture<MhbPasswordReset>(
    html`<mhb-password-reset
      lang="en"
      .accounts=${createAccountClient(gateway)}
      .cards=${[simulatedProvider(virtualNhiCard({ ...lin, ...lin.card }))]}
    ></mhb-password-reset>`,
  );
  await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
  return { element, gateway };
}

async function ask(element: MhbPasswordReset): Promise<void> {
  find(element, '#read').click();
  await waitUntil(() => words(element).includes('K22301****'), 'the card was read');
  find(element, '[part=submit]').click();
  await waitUntil(() => find(element, '#oneTimePassword') !== null, 'goes on');
}

function choose(element: MhbPasswordReset, oneTimePassword: string, password: string): void {
  find<HTMLInputElement>(element, '#oneTimePassword').value = oneTimePassword;
  find<HTMLInputElement>(element, '#newPassword').value = password;
  find<HTMLInputElement>(element, '#repeatedPassword').value = password;
  find<HTMLFormElement>(element, 'form').requestSubmit();
}

describe('<mhb-password-reset>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} in both steps`, async () => {
      const { element } = await stage();
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await ask(element);
      await expect(element).to.be.accessible();
    });
  }

  it('accepts a new password with the card and the mailed password', async () => {
    const { element, gateway } = await stage();
    await ask(element);
    expect(element.shadowRoot!.activeElement).to.equal(find(element, 'h3'));
    const mailed = gateway.messages.find(({ purpose }) => purpose === 'one-time-password')!;
    expect(mailed.to).to.equal(lin.email);
    setTimeout(() => {
      choose(element, ` ${mailed.secret!} `, 'Newpass22');
    });
    await oneEvent(element, 'mhb-password-chosen');
    expect(gateway.account(lin).password).to.equal('Newpass22');
    await element.updateComplete;
    expect(words(element)).to.contain('Your password was changed');
  });

  it('gives the same answer for a card that nobody registered', async () => {
    const { element, gateway } = await stage(inMemoryGateway());
    await ask(element);
    expect(words(element)).to.contain('If this card is registered');
    expect(gateway.messages).to.deep.equal([]);
  });

  it('reports that the one-time password is wrong, and keeps the old password', async () => {
    const { element, gateway } = await stage();
    await ask(element);
    choose(element, 'wrong', 'Newpass22');
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    expect(gateway.account(lin).password).to.equal(lin.password);
  });

  it('validates the new password at its field', async () => {
    const { element } = await stage();
    find(element, '#have-one').click();
    await element.updateComplete;
    choose(element, 'abc', 'no');
    await element.updateComplete;
    expect(find(element, '#newPassword-error').textContent).to.contain('does not meet');
  });

  it('requires the card before it mails anything', async () => {
    const { element, gateway } = await stage();
    find(element, '[part=submit]').click();
    await element.updateComplete;
    expect(find(element, '#card-error').textContent).to.contain('Insert your NHI card first');
    expect(gateway.messages).to.deep.equal([]);
  });
});

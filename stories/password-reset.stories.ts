import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  appears,
  cardArgType,
  fill,
  press,
  readerOf,
  says,
  service,
  stage,
  type CardInReader,
  type Service,
} from './stage.js';

interface Args {
  card: CardInReader;
}

const PAGE = 'mhb-password-reset';
const services = new Map<string, Service>();

const meta: Meta<Args> = {
  title: 'Password reset',
  component: PAGE,
  args: { card: 'own' },
  argTypes: { card: cardArgType },
  render: ({ card }, { id }) => {
    const opened = services.get(id) ?? service();
    services.set(id, opened);
    return stage(
      opened.client,
      readerOf(id, card),
      html`<mhb-password-reset></mhb-password-reset>`,
      opened.accounts,
    );
  },
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const ask: Play = async ({ canvasElement }) => {
  await appears(canvasElement, PAGE, '.reader .badge');
  await press(canvasElement, PAGE, '#read');
  await appears(canvasElement, PAGE, '.reader dl');
  await press(canvasElement, PAGE, '[part=submit]');
  await appears(canvasElement, PAGE, '#oneTimePassword');
};
const choose = async (canvas: HTMLElement, oneTimePassword: string): Promise<void> => {
  await fill(canvas, PAGE, { oneTimePassword, newPassword: 'Newpass22', repeatedPassword: 'Newpass22' });
  await press(canvas, PAGE, '[part=submit]');
};

export const CardInserted: Story = {};
export const NoCard: Story = { args: { card: 'none' } };
/** The text is the same whether or not the card is registered. */
export const Mailed: Story = { play: ask };
export const WrongOneTimePassword: Story = {
  play: async (context) => {
    await ask(context);
    await choose(context.canvasElement, 'wrong');
    await says(context.canvasElement, PAGE, 'login-failed');
  },
};
export const Changed: Story = {
  play: async (context) => {
    await ask(context);
    const mail = services.get(context.id)?.gateway.messages.at(-1);
    await choose(context.canvasElement, mail?.secret ?? '');
    await appears(context.canvasElement, PAGE, '.notice.success');
  },
};

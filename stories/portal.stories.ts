import { InMemoryAccountClient } from '@mhb-kit/testkit/gateway';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { appears, cardArgType, clock, gateway, press, readerOf, stage, type CardInReader } from './stage.js';

interface Args {
  card: CardInReader;
}

const meta: Meta<Args> = {
  title: 'A whole portal',
  component: 'mhb-provider',
  args: { card: 'own' },
  argTypes: { card: cardArgType },
  render: ({ card }, { id }) => {
    const client = gateway();
    return stage(
      client,
      readerOf(id, card),
      html`<mhb-login-box></mhb-login-box>
        <mhb-registration hidden></mhb-registration>
        <mhb-password-reset hidden></mhb-password-reset>
        <p></p>
        <mhb-request-table .clock=${clock}></mhb-request-table>`,
      new InMemoryAccountClient({ accounts: client.accounts, clock }),
    );
  },
};
export default meta;

type Story = StoryObj<Args>;

/** 首次申請密碼 and 忘記密碼 lead to the forms that stand hidden beside the login box, and back. */
export const Entrance: Story = {};
export const FirstTime: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-login-box', '.links button');
    await appears(canvasElement, 'mhb-registration:not([hidden])', '#read');
  },
};
export const Forgotten: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-login-box', '.links button:last-of-type');
    await appears(canvasElement, 'mhb-password-reset:not([hidden])', '#read');
  },
};

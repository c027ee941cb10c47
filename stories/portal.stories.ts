import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { appears, cardArgType, clock, press, readerOf, service, stage, type CardInReader } from './stage.js';

interface Args {
  card: CardInReader;
}

const meta: Meta<Args> = {
  title: 'A whole portal',
  component: 'mhb-provider',
  args: { card: 'own' },
  argTypes: { card: cardArgType },
  render: ({ card }, { id }) => {
    const { client, accounts } = service();
    return stage(
      client,
      readerOf(id, card),
      html`<mhb-login-box></mhb-login-box>
        <mhb-registration hidden></mhb-registration>
        <mhb-password-reset hidden></mhb-password-reset>
        <mhb-account-recovery hidden></mhb-account-recovery>
        <p></p>
        <mhb-request-table .clock=${clock}></mhb-request-table>`,
      accounts,
    );
  },
};
export default meta;

type Story = StoryObj<Args>;

/** 首次申請密碼, 忘記密碼 and 換卡、換手機或恢復帳號 open the hidden forms next to the login box, and return to it. */
export const Entrance: Story = {};
export const FirstTime: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-login-box', '.links button');
    await appears(canvasElement, 'mhb-registration:not([hidden])', '#read');
  },
};
export const Forgotten: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-login-box', '.links button:nth-of-type(2)');
    await appears(canvasElement, 'mhb-password-reset:not([hidden])', '#read');
  },
};
export const NewCard: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-login-box', '.links button:last-of-type');
    await appears(canvasElement, 'mhb-account-recovery:not([hidden])', '#choose-card');
  },
};

import { MhbError } from '@mhb-kit/core/error';
import type { ActivityAction } from '@mhb-kit/core/gateway';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { appears, fill, gateway, now, press, says, signedIn, stage } from './stage.js';

interface Args {
  client: ReturnType<typeof gateway>;
}

const PAGE = 'mhb-account';

/** Somebody who has used the service for a while, here and in a hospital's page. */
function used(): ReturnType<typeof signedIn> {
  const client = signedIn();
  client.addSession('明德綜合醫院', new Date(now.getTime() - 40 * 60_000));
  const actions: readonly ActivityAction[] = [
    'session.open',
    'request.create',
    'records.fetch',
    'archive.create',
    'archive.download',
  ];
  actions.forEach((action, index) => {
    const at = new Date(now.getTime() - (actions.length - index) * 3 * 60_000).toISOString();
    client.addActivity({
      action,
      subject: null,
      actor: action === 'records.fetch' ? 'service' : 'person',
      embedder: index > 2 ? '明德綜合醫院' : null,
      assurance: 'card-read-enrolled',
      firstAt: at,
      lastAt: at,
      times: action === 'archive.download' ? 2 : 1,
    });
  });
  return client;
}

const down = (): ReturnType<typeof signedIn> => {
  const client = signedIn();
  client.account = () => Promise.reject(new MhbError('gateway-unreachable'));
  return client;
};

const meta: Meta<Args> = {
  title: 'Account',
  component: PAGE,
  args: { client: used() },
  argTypes: { client: { control: false } },
  render: ({ client }) => stage(client, [], html`<mhb-account></mhb-account>`),
};
export default meta;

type Story = StoryObj<Args>;

export const SignedIn: Story = {};
export const LoggedOut: Story = { args: { client: gateway() } };
export const GatewayDown: Story = { args: { client: down() } };
export const NewAddressPending: Story = {
  args: { client: used() },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { email: 'new@example.tw', contactPassword: lin.password });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await appears(canvasElement, PAGE, '#email-advice');
  },
};
export const NewNumberPending: Story = {
  args: { client: used() },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { mobile: '0911222333', contactPassword: lin.password });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await appears(canvasElement, PAGE, '#confirm-mobile');
  },
};
export const WrongPassword: Story = {
  args: { client: used() },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { mobile: '0911222333', contactPassword: 'Wrong123' });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await says(canvasElement, PAGE, 'login-failed');
  },
};
export const PasswordChanged: Story = {
  args: { client: used() },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, {
      currentPassword: lin.password,
      newPassword: 'Newpass22',
      repeatedPassword: 'Newpass22',
    });
    await press(canvasElement, PAGE, '#change-password [part=submit]');
    await appears(canvasElement, PAGE, '#change-password .notice.success');
  },
};

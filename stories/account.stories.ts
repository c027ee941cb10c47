import type { ActivityAction } from '@mhb-kit/core/gateway';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { InMemoryGateway } from '@mhb-kit/testkit/gateway';
import {
  appears,
  fill,
  loadService,
  now,
  press,
  says,
  service,
  serviceIn,
  signedIn,
  stage,
  type ServiceArgs,
} from './stage.js';

const PAGE = 'mhb-account';

/** Somebody who has used the service for a while, here and in a hospital's page. */
function use(gateway: InMemoryGateway): void {
  // A session lasts for ten minutes without use.
  gateway.addSession(lin, { embedder: '明德綜合醫院', openedAt: new Date(now.getTime() - 5 * 60_000) });
  const actions: readonly ActivityAction[] = [
    'session.open',
    'request.create',
    'records.fetch',
    'archive.create',
    'archive.download',
  ];
  actions.forEach((action, index) => {
    const at = new Date(now.getTime() - (actions.length - index) * 3 * 60_000).toISOString();
    gateway.addActivity(lin, {
      action,
      subject: null,
      actor: action === 'records.fetch' ? 'service' : 'person',
      representative: null,
      embedder: index > 2 ? '明德綜合醫院' : null,
      assurance: 'card-read-enrolled',
      firstAt: at,
      lastAt: at,
      times: action === 'archive.download' ? 2 : 1,
    });
  });
}

/** A computer at home and one at work, where the person has typed a code. */
function trustReaders(gateway: InMemoryGateway): void {
  const { readers } = gateway.account(lin);
  [2, 20].forEach((daysAgo, index) => {
    const day = 86_400_000;
    const [addedAt, lastUsedAt, expiresAt] = [-70, -daysAgo, 20].map(
      (days) => new Date(now.getTime() + days * day - index * 7_200_000),
    ) as [Date, Date, Date];
    readers.set(`bridge ${index}`, { id: crypto.randomUUID(), addedAt, lastUsedAt, expiresAt });
  });
}

const meta: Meta<ServiceArgs> = {
  title: 'Account',
  component: PAGE,
  args: { open: () => signedIn({}, use) },
  argTypes: { open: { control: false } },
  loaders: [loadService],
  render: (_args, context) => stage(serviceIn(context).client, [], html`<mhb-account></mhb-account>`),
};
export default meta;

type Story = StoryObj<ServiceArgs>;

export const SignedIn: Story = {};
export const LoggedOut: Story = { args: { open: () => service() } };
export const GatewayDown: Story = {
  args: {
    open: () =>
      signedIn({}, (gateway) => {
        gateway.fail('GET /v1/account', 'gateway-unreachable');
      }),
  },
};
export const NewAddressPending: Story = {
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { email: 'new@example.tw', contactPassword: lin.password });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await appears(canvasElement, PAGE, '#email-advice');
  },
};
export const NewNumberPending: Story = {
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { mobile: '0911222333', contactPassword: lin.password });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await appears(canvasElement, PAGE, '#confirm-mobile');
  },
};
export const WrongPassword: Story = {
  play: async ({ canvasElement }) => {
    await fill(canvasElement, PAGE, { mobile: '0911222333', contactPassword: 'Wrong123' });
    await press(canvasElement, PAGE, '#contact [part=submit]');
    await says(canvasElement, PAGE, 'login-failed');
  },
};
export const PasswordChanged: Story = {
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
export const TrustedReaders: Story = { args: { open: () => signedIn({}, trustReaders) } };
export const CertificateRelease: Story = {
  args: {
    open: () =>
      signedIn({}, (gateway) => {
        gateway.account(lin).certificate = true;
      }),
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, PAGE, '#ask-certificate');
    await appears(canvasElement, PAGE, '#confirm-certificate');
  },
};
export const SuspendAsked: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, PAGE, '#ask-suspension');
    await appears(canvasElement, PAGE, '#confirm-suspension');
  },
};
export const Suspended: Story = {
  play: async (context) => {
    const { canvasElement } = context;
    await press(canvasElement, PAGE, '#ask-suspension');
    await fill(canvasElement, PAGE, { safetyPassword: lin.password });
    await press(canvasElement, PAGE, '#confirm-suspension [part=submit]');
    await appears(canvasElement, PAGE, '.notice.success');
  },
};

import type { ActivityAction } from '@mhb-kit/core/gateway';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { privateTopics } from '@mhb-kit/core/request';
import { logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, wang } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
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

/** A person who has used the service for a while, here and on a hospital's page. */
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

/** A computer at home and one at work, where the person has entered a code. */
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

/** Passkeys alone, as at a kiosk. */
const withPasskeys = (prepare: (gateway: InMemoryGateway) => unknown = () => undefined) => ({
  args: { open: () => signedIn({ service: { passkeys: true } }, prepare) },
  render: ((_args, context) =>
    stage(
      serviceIn(context).client,
      [],
      html`<mhb-account show="passkeys"></mhb-account>`,
    )) satisfies Story['render'],
});

function twoKeys(gateway: InMemoryGateway): void {
  const before = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
  gateway.addPasskey(lin, { name: 'Windows', addedAt: before(40) });
  gateway.addPasskey(lin, { name: 'iPhone', synced: true, addedAt: before(9), lastUsedAt: before(1) });
}

export const NoPasskeys: Story = withPasskeys();
export const TwoPasskeys: Story = withPasskeys(twoKeys);
export const PasskeysUnreachable: Story = withPasskeys((gateway) => {
  gateway.fail('GET /v1/account/passkeys', 'gateway-unreachable');
});
export const PasskeysSlow: Story = withPasskeys((gateway) => {
  gateway.hold('GET /v1/account/passkeys');
});
export const PasskeyPassword: Story = {
  ...withPasskeys(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, PAGE, '#add-by-phone');
    await appears(canvasElement, PAGE, '#passkeyPassword');
  },
};

const scan: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await press(canvasElement, PAGE, '#add-by-phone');
  await fill(canvasElement, PAGE, { passkeyPassword: lin.password });
  await press(canvasElement, PAGE, '#passkey-step [part=submit]');
  await appears(canvasElement, PAGE, '#passkey-scan svg');
};
export const PasskeyScan: Story = { ...withPasskeys(), play: scan };
export const PasskeyDigits: Story = {
  ...withPasskeys(),
  play: async (context) => {
    await scan(context);
    serviceIn(context).gateway.makePasskey(lin);
    await appears(context.canvasElement, PAGE, '#passkeyCode');
  },
};

/** Lin's mother reads for her, and is there at the moment. */
const represented = async (gateway: InMemoryGateway): Promise<void> => {
  gateway.addRepresentation(wang, lin, { kind: 'parent', endsOn: '2030-12-31', withheld: privateTopics });
  const mother = createGatewayClient(gateway);
  await logIn(mother, wang);
  await mother.represent((await mother.representations()).represents[0]?.id ?? '');
  await mother.listRequests();
};
export const Represented: Story = {
  args: { open: () => signedIn({ service: { representations: true } }, represented) },
};

/** A representative sees whose passbook it is, and nothing of the account. */
export const OfAnotherPerson: Story = {
  args: {
    open: async () => {
      const opened = await signedIn({ service: { representations: true } }, (gateway) =>
        gateway.addRepresentation(lin, wang, {
          kind: 'parent',
          endsOn: '2030-12-31',
          withheld: privateTopics,
        }),
      );
      await opened.client.represent((await opened.client.representations()).represents[0]?.id ?? '');
      return opened;
    },
  },
  play: ({ canvasElement }) => says(canvasElement, PAGE, wang.name[0] ?? ''),
};

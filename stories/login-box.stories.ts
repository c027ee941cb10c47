import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { certificateProvider, unusableProvider } from '@mhb-kit/testkit/card';
import { replaceConnectWindow, type Failure } from '@mhb-kit/testkit/gateway';
import { privateTopics } from '@mhb-kit/core/request';
import { lin, wang } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import {
  appears,
  cardArgType,
  fill,
  loadService,
  press,
  readerOf,
  says,
  service,
  serviceIn,
  signedIn,
  stage,
  type CardInReader,
  type Service,
  type ServiceArgs,
} from './stage.js';

interface Args extends ServiceArgs {
  card: CardInReader;
  /** Replaces the simulated reader. */
  cards?: readonly CardProvider[];
  mode?: 'direct' | 'connect';
}

const BOX = 'mhb-login-box';

const meta: Meta<Args> = {
  title: 'Login box',
  component: BOX,
  args: { open: () => service(), card: 'own', mode: 'direct' },
  argTypes: {
    open: { control: false },
    card: cardArgType,
    cards: { control: false },
    mode: { control: 'inline-radio', options: ['direct', 'connect'] },
  },
  loaders: [loadService],
  render: ({ card, cards, mode = 'direct' }, context) =>
    stage(
      serviceIn(context).client,
      cards ?? readerOf(context.id, card),
      html`<mhb-login-box mode=${mode} client-id="clinic"></mhb-login-box>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const logIn =
  (password: string): Play =>
  async ({ canvasElement }) => {
    await appears(canvasElement, BOX, '.reader .badge');
    await fill(canvasElement, BOX, { password });
    await press(canvasElement, BOX, '.submit');
  };

const showsError =
  (play: Play, code: string): Play =>
  async (context) => {
    await play(context);
    const shown = await appears(context.canvasElement, BOX, '[role=alert] code');
    await expect(shown.textContent).toBe(code);
  };

const chooseCertificate: Play = ({ canvasElement }) => press(canvasElement, BOX, '#tab-certificate');

const signWithCertificate: Play = async (context) => {
  await chooseCertificate(context);
  await fill(context.canvasElement, BOX, { nationalId: lin.nationalId });
  await press(context.canvasElement, BOX, '.submit');
};

/** The story's password is `Passbook1`. */
export const CardInserted: Story = {};
export const NoCard: Story = { args: { card: 'none' } };
export const NoReader: Story = { args: { cards: [readerless()] } };
export const PermissionNeeded: Story = { args: { cards: [unusableProvider('needs-permission')] } };
export const PermissionDenied: Story = { args: { cards: [unusableProvider('denied')] } };
export const BridgeNotRunning: Story = { args: { cards: [unusableProvider('not-installed')] } };
export const BridgeOutdated: Story = { args: { cards: [unusableProvider('incompatible')] } };
export const NothingTyped: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, BOX, '.submit');
    await appears(canvasElement, BOX, '#password-error');
  },
};
export const WrongPassword: Story = { play: showsError(logIn('Wrong123'), 'login-failed') };
export const NotAnNhiCard: Story = {
  args: { card: 'health professional' },
  play: showsError(logIn('Passbook1'), 'not-nhi-card'),
};
export const GatewayDown: Story = {
  args: { open: () => failing({ code: 'gateway-unreachable' }) },
  play: showsError(logIn('Passbook1'), 'gateway-unreachable'),
};
export const TooManyAttempts: Story = {
  args: { open: () => failing({ code: 'too-many-attempts', details: { retryAfterSeconds: 300 } }) },
  play: showsError(logIn('Passbook1'), 'too-many-attempts'),
};

/** The reader is unknown, so a code is sent to the mobile number. */
export const CodeBySms: Story = {
  args: { open: () => service({ minimumAssurance: 'card-read-confirmed' }) },
  play: async (context) => {
    await logIn('Passbook1')(context);
    await appears(context.canvasElement, BOX, '#code');
  },
};
export const WrongCode: Story = {
  args: { open: () => service({ minimumAssurance: 'card-read-confirmed' }) },
  play: showsError(async (context) => {
    await logIn('Passbook1')(context);
    await fill(context.canvasElement, BOX, { code: '000000' });
    await press(context.canvasElement, BOX, '.submit');
  }, 'code-wrong'),
};

/** The PIN is typed in the bridge's own window. */
export const Certificate: Story = { args: { cards: [certificateProvider()] }, play: chooseCertificate };
export const CertificateNotInserted: Story = {
  args: { cards: [simulatedProvider()] },
  play: chooseCertificate,
};
export const WrongPin: Story = {
  args: { cards: [certificateProvider({ retriesLeft: 2, failure: 'pin-incorrect' })] },
  play: showsError(signWithCertificate, 'pin-incorrect'),
};
export const PinLocked: Story = {
  args: { cards: [certificateProvider({ failure: 'pin-locked' })] },
  play: showsError(signWithCertificate, 'pin-locked'),
};

/** On a third party's page: one button, without a password field. */
const clinic = service({
  embedders: [
    {
      id: 'clinic',
      name: 'A clinic',
      origins: [location.origin],
      redirectUris: [location.origin + location.pathname],
    },
  ],
});
export const Connect: Story = {
  args: { mode: 'connect', open: () => clinic },
  beforeEach: () => replaceConnectWindow(clinic.gateway, lin),
};
export const ConnectRefused: Story = {
  args: { mode: 'connect', open: () => clinic },
  beforeEach: () => replaceConnectWindow(clinic.gateway, 'refuse'),
  play: showsError(async ({ canvasElement }) => {
    // The button has no effect while the box looks for an answer in the address of the page.
    await waitFor(async () => {
      const alert = canvasElement.querySelector(BOX)?.shadowRoot?.querySelector('[role=alert] code') ?? null;
      if (alert === null) await press(canvasElement, BOX, '.submit');
      await expect(alert).not.toBeNull();
    });
  }, 'connect-refused'),
};

/** Announcements are visible to everybody before logging in. */
export const WithAnnouncements: Story = {
  render: ({ card }, context) =>
    stage(
      serviceIn(context).client,
      readerOf(context.id, card),
      html`<mhb-login-box>
        <p slot="announcements">4 月 18 日凌晨 0 時至 6 時系統維護，期間暫停服務。</p>
      </mhb-login-box>`,
    ),
};

export const LoggedIn: Story = { args: { open: () => signedIn() } };

/** Types, confirms, and is logged in. */
export const LogsIn: Story = {
  play: async (context) => {
    await logIn('Passbook1')(context);
    await says(context.canvasElement, BOX, '林○芬');
  },
};

/** The page has not been connected yet. */
export const WithoutGateway: Story = {
  render: () => html`<main class="stage"><mhb-login-box></mhb-login-box></main>`,
};

function failing(failure: Failure): Service {
  const opened = service();
  opened.gateway.fail('POST /v1/sessions', failure);
  return opened;
}

/** The bridge runs, but no reader is connected to it. */
function readerless(): CardProvider {
  const never = (): Promise<never> => Promise.reject(new MhbError('no-reader'));
  return {
    id: 'readerless',
    assurance: { nhi: 'card-read', cdc: null },
    probe: () => Promise.resolve({ state: 'ready' }),
    open: () =>
      Promise.resolve({
        readers: () => Promise.resolve([]),
        on: () => () => undefined,
        readNhi: never,
        authenticate: never,
        close: () => Promise.resolve(),
      }),
  };
}
/** A clear message, and how to resume. */
export const SuspendedAccount: Story = {
  args: {
    open: () => {
      const opened = service();
      opened.gateway.account(lin).isSuspended = true;
      return opened;
    },
  },
  play: showsError(logIn(lin.password), 'account-suspended'),
};

/** A guardian, logged in as themselves, chooses whose passbook to read. */
const guardian = () =>
  signedIn({ service: { representations: true } }, (gateway) =>
    gateway.addRepresentation(lin, wang, { kind: 'parent', endsOn: '2030-12-31', withheld: privateTopics }),
  );
export const WhosePassbook: Story = { args: { open: guardian } };
export const OfAnotherPerson: Story = {
  args: { open: guardian },
  play: async ({ canvasElement }) => {
    await appears(canvasElement, BOX, '.person');
    await press(canvasElement, BOX, '.person');
    await appears(canvasElement, BOX, '#own');
  },
};
/** The gateway accepts passkeys from the page; the button is shown if the browser can store one. */
export const Passkeys: Story = {
  args: { open: () => service({ service: { loginMethods: ['nhi-card', 'certificate', 'passkey'] } }) },
};

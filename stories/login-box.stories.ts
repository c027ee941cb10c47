import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { unusableProvider } from '@mhb-kit/testkit/card';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { cardOf, gateway, reader, signedIn, stage } from './stage.js';

interface Args {
  client: ReturnType<typeof gateway>;
  cards: readonly CardProvider[];
}

const meta: Meta<Args> = {
  title: 'Login box',
  component: 'mhb-login-box',
  args: { client: gateway(), cards: [reader()] },
  argTypes: { client: { control: false }, cards: { control: false } },
  render: ({ client, cards }) => stage(client, cards, html`<mhb-login-box></mhb-login-box>`),
};
export default meta;

type Story = StoryObj<Args>;

/** The story's password is `Passbook1`. */
export const CardInserted: Story = {};
export const NoCard: Story = { args: { cards: [simulatedProvider()] } };
export const NoReader: Story = { args: { cards: [readerless()] } };
export const PermissionNeeded: Story = { args: { cards: [unusableProvider('needs-permission')] } };
export const PermissionDenied: Story = { args: { cards: [unusableProvider('denied')] } };
export const BridgeNotRunning: Story = { args: { cards: [unusableProvider('not-installed')] } };
export const BridgeOutdated: Story = { args: { cards: [unusableProvider('incompatible')] } };

const root = (canvas: HTMLElement): ShadowRoot => {
  const box = canvas.querySelector('mhb-login-box');
  if (box?.shadowRoot === undefined || box.shadowRoot === null) throw new Error('The login box is not there');
  return box.shadowRoot;
};

const logIn =
  (password: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const box = root(canvasElement);
    await waitFor(() => expect(box.querySelector('.reader .badge')).not.toBeNull());
    const field = box.querySelector<HTMLInputElement>('#password');
    if (field === null) throw new Error('No password field');
    await userEvent.type(field, password);
    const submit = box.querySelector<HTMLButtonElement>('.submit');
    if (submit !== null) await userEvent.click(submit);
  };

const showsError =
  (password: string, code: string): NonNullable<Story['play']> =>
  async (context) => {
    await logIn(password)(context);
    await waitFor(() => expect(root(context.canvasElement).querySelector('code')?.textContent).toBe(code));
  };

export const WrongPassword: Story = { play: showsError('Wrong123', 'login-failed') };
export const NotAnNhiCard: Story = {
  args: { cards: [simulatedProvider(cardOf(lin, { behaviour: 'health-professional' }))] },
  play: showsError('Passbook1', 'not-nhi-card'),
};
export const GatewayDown: Story = {
  args: { client: gateway({ failures: { login: { code: 'gateway-unreachable' } } }) },
  play: showsError('Passbook1', 'gateway-unreachable'),
};
export const TooManyAttempts: Story = {
  args: {
    client: gateway({
      failures: { login: { code: 'too-many-attempts', details: { retryAfterSeconds: 300 } } },
    }),
  },
  play: showsError('Passbook1', 'too-many-attempts'),
};
export const LoggedIn: Story = { args: { client: signedIn() } };

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

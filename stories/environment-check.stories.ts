import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { unusableProvider } from '@mhb-kit/testkit/card';
import { InMemoryGatewayClient } from '@mhb-kit/testkit/gateway';
import { people } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { reader, stage } from './stage.js';

interface Args {
  client: InMemoryGatewayClient;
  cards: readonly CardProvider[];
}

/** The clock is compared with the gateway's, so this gateway has the computer's own. */
const gateway = (clock?: () => Date): InMemoryGatewayClient =>
  new InMemoryGatewayClient({ people, stepMs: 250, ...(clock === undefined ? {} : { clock }) });

function down(): InMemoryGatewayClient {
  const client = gateway();
  client.challenge = () => Promise.reject(new MhbError('gateway-unreachable'));
  return client;
}

const meta: Meta<Args> = {
  title: 'Environment check',
  component: 'mhb-environment-check',
  args: { client: gateway(), cards: [reader()] },
  argTypes: { client: { control: false }, cards: { control: false } },
  render: ({ client, cards }) => stage(client, cards, html`<mhb-environment-check></mhb-environment-check>`),
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const NoCard: Story = { args: { cards: [simulatedProvider()] } };
export const BridgeNotRunning: Story = { args: { cards: [unusableProvider('not-installed')] } };
export const PermissionNeeded: Story = { args: { cards: [unusableProvider('needs-permission')] } };
export const GatewayDown: Story = { args: { client: down() } };
export const WrongClock: Story = { args: { client: gateway(() => new Date('2019-01-01T00:00:00Z')) } };

import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { unusableProvider } from '@mhb-kit/testkit/card';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { reader, stage } from './stage.js';

interface Args {
  client: GatewayClient;
  cards: readonly CardProvider[];
}

/** The clock is compared with the gateway's, so this gateway uses the computer's clock. */
const client = (clock = () => new Date()): GatewayClient =>
  createGatewayClient(inMemoryGateway({ latencyMs: 250, clock }));

function down(): GatewayClient {
  const gateway = inMemoryGateway({ latencyMs: 250 });
  gateway.fail('POST /v1/challenges', 'gateway-unreachable');
  return createGatewayClient(gateway);
}

const meta: Meta<Args> = {
  title: 'Environment check',
  component: 'mhb-environment-check',
  args: { client: client(), cards: [reader()] },
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
export const WrongClock: Story = { args: { client: client(() => new Date('2019-01-01T00:00:00Z')) } };

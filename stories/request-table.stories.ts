import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock, gateway, now, press, signedIn, stage } from './stage.js';

interface Args {
  client: ReturnType<typeof gateway>;
}

const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const withRequests = (...days: readonly number[]): ReturnType<typeof signedIn> => {
  const client = signedIn();
  for (const day of days) client.addRequest(daysAgo(day));
  return client;
};

const meta: Meta<Args> = {
  title: 'Request table',
  component: 'mhb-request-table',
  argTypes: { client: { control: false } },
  render: ({ client }) => stage(client, [], html`<mhb-request-table .clock=${clock}></mhb-request-table>`),
};
export default meta;

type Story = StoryObj<Args>;

export const BeforeAnyRequest: Story = { args: { client: withRequests() } };
export const Results: Story = { args: { client: withRequests(1) } };
export const EarlierRequests: Story = { args: { client: withRequests(0, 3, 12) } };
/** Their time tells those of one day apart. */
export const TwiceOnOneDay: Story = { args: { client: withRequests(0.25, 0.1, 3) } };
export const Expired: Story = { args: { client: withRequests(9) } };
export const LoggedOut: Story = { args: { client: gateway() } };
export const GatewayDown: Story = {
  args: { client: signedIn({ failures: { listRequests: { code: 'gateway-unreachable' } } }) },
};

/** 資料申請 was just pressed. */
export const InProgress: Story = {
  args: { client: signedIn({ stepMs: 1_500 }) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#apply');
  },
};

export const NothingTicked: Story = {
  args: { client: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#download');
  },
};

export const EverythingTicked: Story = {
  args: { client: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#select-all');
  },
};

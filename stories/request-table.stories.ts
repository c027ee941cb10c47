import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  clock,
  loadService,
  now,
  press,
  service,
  serviceIn,
  signedIn,
  stage,
  type Service,
  type ServiceArgs,
} from './stage.js';

const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const withRequests =
  (...days: readonly number[]): (() => Promise<Service>) =>
  () =>
    signedIn({}, async (gateway) => {
      for (const day of days) await gateway.addRequest(lin, daysAgo(day));
    });

const meta: Meta<ServiceArgs> = {
  title: 'Request table',
  component: 'mhb-request-table',
  argTypes: { open: { control: false } },
  loaders: [loadService],
  render: (_args, context) =>
    stage(serviceIn(context).client, [], html`<mhb-request-table .clock=${clock}></mhb-request-table>`),
};
export default meta;

type Story = StoryObj<ServiceArgs>;

export const BeforeAnyRequest: Story = { args: { open: withRequests() } };
export const Results: Story = { args: { open: withRequests(1) } };
export const EarlierRequests: Story = { args: { open: withRequests(0, 3, 12) } };
/** Several on one day are distinguished by their time. */
export const TwiceOnOneDay: Story = { args: { open: withRequests(0.25, 0.1, 3) } };
export const Expired: Story = { args: { open: withRequests(9) } };
export const LoggedOut: Story = { args: { open: () => service() } };
export const GatewayDown: Story = {
  args: {
    open: () =>
      signedIn({}, (gateway) => {
        gateway.fail('GET /v1/requests', 'gateway-unreachable');
      }),
  },
};

/** 資料申請 was just pressed. */
export const InProgress: Story = {
  args: { open: () => signedIn({ categoryMs: 1_500 }) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#apply');
  },
};

export const NothingTicked: Story = {
  args: { open: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#download');
  },
};

export const EverythingTicked: Story = {
  args: { open: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-request-table', '#select-all');
  },
};

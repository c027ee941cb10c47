import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock, gateway, now, signedIn, stage } from './stage.js';

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
export const Expired: Story = { args: { client: withRequests(9) } };
export const LoggedOut: Story = { args: { client: gateway() } };
export const GatewayDown: Story = {
  args: { client: signedIn({ failures: { listRequests: { code: 'gateway-unreachable' } } }) },
};

/** 資料申請 was just pressed. */
export const InProgress: Story = {
  args: { client: signedIn({ stepMs: 1_500 }) },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('mhb-request-table');
    await press(table, '#apply');
  },
};

export const NothingTicked: Story = {
  args: { client: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement.querySelector('mhb-request-table'), '#download');
  },
};

export const EverythingTicked: Story = {
  args: { client: withRequests(1) },
  play: async ({ canvasElement }) => {
    await press(canvasElement.querySelector('mhb-request-table'), '#select-all');
  },
};

/** Presses something in a component as soon as it is there. */
async function press(element: HTMLElement | null, selector: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const target = element?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (target !== null && target !== undefined) {
      target.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${selector} did not appear`);
}

import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock, press, service, signedIn, stage, type Service } from './stage.js';

const meta: Meta = {
  title: 'Sharing by link',
  component: 'mhb-share',
  subcomponents: { receive: 'mhb-receive' },
};
export default meta;

type Story = StoryObj;

async function passbookOfLin(): Promise<Passbook> {
  const bdata = { 'b1.1': 'K22301****', 'b1.2': '20260416', ...lin.history('2026-04-16') };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  return (await readPassbook([{ name: 'passbook.json', bytes }])).passbook;
}

interface Loaded {
  readonly opened: Service;
  readonly passbook: Passbook;
}
const load = async (): Promise<Loaded> => ({ opened: await signedIn(), passbook: await passbookOfLin() });
const share = (loaded: Record<string, unknown>) => {
  const { opened, passbook } = loaded as unknown as Loaded;
  return stage(opened.client, [], html`<mhb-share .passbook=${passbook} .clock=${clock}></mhb-share>`);
};

export const LoggedOut: Story = {
  render: () => stage(service().client, [], html`<mhb-share></mhb-share>`),
};
export const Choosing: Story = { loaders: [load], render: (_args, { loaded }) => share(loaded) };
export const QrCode: Story = {
  loaders: [load],
  render: (_args, { loaded }) => share(loaded),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'mhb-share', '[part=submit]');
  },
};
export const Off: Story = {
  loaders: [
    async () => ({
      opened: await signedIn({ service: { healthLinks: false } }),
      passbook: await passbookOfLin(),
    }),
  ],
  render: (_args, { loaded }) => share(loaded),
};
export const Receiving: Story = {
  render: () => stage(service().client, [], html`<mhb-receive recipient="明德醫院 家醫科"></mhb-receive>`),
};

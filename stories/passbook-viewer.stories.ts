import { sealArchive } from '@mhb-kit/core/archive';
import { maskNationalId } from '@mhb-kit/core/identity';
import type { IncomingFile, MhbPassbookViewer } from '@mhb-kit/elements';
import { lin, nguyen, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock } from './stage.js';

const TODAY = '2026-04-16';

interface Args {
  open?: () => Promise<readonly IncomingFile[]>;
  /** Title of the page to open. */
  page?: string;
}

const json = (person: InventedPerson): Uint8Array<ArrayBuffer> => {
  const bdata = {
    'b1.1': maskNationalId(person.nationalId),
    'b1.2': TODAY.replaceAll('-', ''),
    ...person.history(TODAY),
  };
  return new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
};
const NAME = '健康存摺醫療類_1150416.json';
const fileOf = (person: InventedPerson) => (): Promise<readonly IncomingFile[]> =>
  Promise.resolve([{ name: NAME, content: new Blob([json(person)]) }]);
const archiveOf = (person: InventedPerson) => async (): Promise<readonly IncomingFile[]> => {
  const bytes = await sealArchive([{ name: NAME, bytes: json(person) }], {
    password: person.nationalId,
    method: 'aes-256',
  });
  return [{ name: '健康存摺_1150416.zip', content: new Blob([bytes.slice()]) }];
};

const meta: Meta<Args> = {
  title: 'Passbook viewer',
  component: 'mhb-passbook-viewer',
  argTypes: { open: { control: false }, page: { control: false } },
  render: () => html`<main class="stage"><mhb-passbook-viewer .clock=${clock}></mhb-passbook-viewer></main>`,
  play: async ({ canvasElement, args }) => {
    const viewer = canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer === null || args.open === undefined) return;
    const reading = viewer.open(await args.open());
    if (args.page === undefined) return;
    await reading;
    turnTo(viewer, args.page);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Empty: Story = {};
/** The password of the archive is `K223010426`. */
export const Locked: Story = { args: { open: archiveOf(lin) } };
export const WrongPassword: Story = {
  args: { open: archiveOf(lin) },
  play: async ({ canvasElement, args }) => {
    const viewer = canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer === null || args.open === undefined) return;
    void viewer.open(await args.open());
    const field = await appears<HTMLInputElement>(viewer, '#password');
    field.value = 'A111111111';
    field.form?.requestSubmit();
    await appears(viewer, '[aria-invalid=true]');
  },
};
export const Overview: Story = { args: { open: fileOf(lin), page: 'overview' } };
export const Visits: Story = { args: { open: fileOf(lin), page: 'visits' } };
export const Medications: Story = { args: { open: fileOf(lin), page: 'medications' } };
export const Laboratory: Story = { args: { open: fileOf(lin), page: 'laboratory' } };
/** Several analytes above a common time axis. */
export const SeenTogether: Story = {
  args: { open: fileOf(lin), page: 'laboratory' },
  play: async (context) => {
    await meta.play?.(context);
    const viewer = context.canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer === null) return;
    viewer.view = { comparedSeries: ['hba1c', 'glucose'] };
    await appears(viewer, '.comparison svg.chart');
  },
};
export const Timeline: Story = { args: { open: fileOf(lin), page: 'timeline' } };
export const Dental: Story = { args: { open: fileOf(lin), page: 'dental' } };
export const Prevention: Story = { args: { open: fileOf(lin), page: 'prevention' } };
/** The person entered their year of birth, so it is decided what is due by age. */
export const YearOfBirth: Story = {
  args: { open: fileOf(lin), page: 'prevention' },
  play: async (context) => {
    await meta.play?.(context);
    const viewer = context.canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer !== null) viewer.birthYear = 1958;
  },
};
export const Insurance: Story = { args: { open: fileOf(lin), page: 'insurance' } };
export const Print: Story = {
  args: { open: fileOf(lin), page: 'overview' },
  play: async (context) => {
    await meta.play?.(context);
    const viewer = context.canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer !== null) (await appears<HTMLButtonElement>(viewer, '#print')).click();
  },
};
export const Keep: Story = {
  args: { open: fileOf(lin), page: 'overview' },
  play: async (context) => {
    await meta.play?.(context);
    const viewer = context.canvasElement.querySelector('mhb-passbook-viewer');
    if (viewer !== null) (await appears<HTMLButtonElement>(viewer, '#open-keep')).click();
  },
};
export const SeldomIll: Story = { args: { open: fileOf(wang) } };
export const NewResident: Story = { args: { open: fileOf(nguyen) } };
export const NotAPassbook: Story = {
  args: { open: () => Promise.resolve([{ name: 'picture.png', content: new Blob(['not a passbook']) }]) },
};

function turnTo(viewer: MhbPassbookViewer, page: string): void {
  const select = viewer.shadowRoot?.querySelector('select');
  if (select === null || select === undefined) throw new Error('The passbook is not open');
  select.value = page;
  select.dispatchEvent(new Event('change'));
}

async function appears<T extends HTMLElement>(viewer: MhbPassbookViewer, selector: string): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = viewer.shadowRoot?.querySelector<T>(selector);
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${selector} did not appear`);
}

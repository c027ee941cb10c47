import type { SimulatedProvider } from '@mhb-kit/core/card';
import { simulatedProvider } from '@mhb-kit/core/card';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { appears, cardOf, fill, press, says, service, stage, type Service } from './stage.js';

interface Args {
  /** The card in the simulated reader. */
  card: 'none' | 'own' | 'new';
  /** The register's answer about the person. */
  register: 'match' | 'no-match';
}

const PAGE = 'mhb-account-recovery';
const opened = new Map<string, { readonly service: Service; readonly reader: SimulatedProvider }>();

function open(id: string, { card, register }: Args): { service: Service; reader: SimulatedProvider } {
  const known = opened.get(id);
  if (known !== undefined) return known;
  const reader =
    card === 'none'
      ? simulatedProvider()
      : simulatedProvider(
          cardOf(card === 'own' ? lin : { ...lin, card: { ...lin.card, cardNumber: '900000567890' } }),
        );
  const made = {
    service: service({ register: { verifyApplicant: () => Promise.resolve(register) } }),
    reader,
  };
  opened.set(id, made);
  return made;
}

const meta: Meta<Args> = {
  title: 'Account recovery',
  component: PAGE,
  args: { card: 'new', register: 'match' },
  argTypes: {
    card: { control: 'inline-radio', options: ['none', 'own', 'new'] },
    register: { control: 'inline-radio', options: ['match', 'no-match'] },
  },
  render: (args, { id }) => {
    const { service: made, reader } = open(id, args);
    return stage(made.client, [reader], html`<mhb-account-recovery></mhb-account-recovery>`, made.accounts);
  },
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const proof = {
  password: lin.password,
  householdNumber: lin.householdNumber,
  birthDate: lin.birthDate,
};

const chosen =
  (occasion: string, sign: string): Play =>
  async ({ canvasElement }) => {
    await press(canvasElement, PAGE, `#choose-${occasion}`);
    await appears(canvasElement, PAGE, sign);
  };
const secretOf = (id: string, purpose: string): string =>
  opened.get(id)?.service.gateway.messages.findLast((message) => message.purpose === purpose)?.secret ?? '';

/** Through the first step, to the code. */
const askForCode =
  (occasion: string): Play =>
  async ({ canvasElement }) => {
    await press(canvasElement, PAGE, `#choose-${occasion}`);
    await appears(canvasElement, PAGE, '.reader .badge');
    await press(canvasElement, PAGE, '#read');
    await appears(canvasElement, PAGE, '.reader dl');
    await fill(canvasElement, PAGE, proof);
    await press(canvasElement, PAGE, '#details [part=submit]');
    await appears(canvasElement, PAGE, '#code');
  };
const confirm: Play = async ({ canvasElement, id }) => {
  await fill(canvasElement, PAGE, { code: secretOf(id, 'code') });
  await press(canvasElement, PAGE, '#code-form [part=submit]');
};

export const Choice: Story = {};
export const NewCard: Story = { play: chosen('card', '#read') };
export const NoCard: Story = { args: { card: 'none' }, play: chosen('card', '#read') };
export const NothingFilledIn: Story = {
  play: async (context) => {
    await chosen('card', '#read')(context);
    await press(context.canvasElement, PAGE, '#details [part=submit]');
    await appears(context.canvasElement, PAGE, '#card-error');
  },
};
export const Code: Story = { play: askForCode('card') };
export const NewCardDone: Story = {
  play: async (context) => {
    await askForCode('card')(context);
    await confirm(context);
    await appears(context.canvasElement, PAGE, '.notice.success');
  },
};
/** Back at the form, with what to bring to a member of staff. */
export const NotConfirmed: Story = {
  args: { register: 'no-match' },
  play: async (context) => {
    await askForCode('card')(context);
    await confirm(context);
    await appears(context.canvasElement, PAGE, '#to-counter');
  },
};
export const ChangedNumber: Story = { play: chosen('national-id', '#formerNationalId') };
export const LostPhone: Story = { args: { card: 'own' }, play: chosen('mobile', '#mobile') };
export const LetterPosted: Story = {
  args: { card: 'own' },
  play: async (context) => {
    const { canvasElement } = context;
    await chosen('mobile', '.reader .badge')(context);
    await press(canvasElement, PAGE, '#read');
    await appears(canvasElement, PAGE, '.reader dl');
    await fill(canvasElement, PAGE, { ...proof, mobile: '0911222333' });
    await press(canvasElement, PAGE, '#details [part=submit]');
    await appears(canvasElement, PAGE, 'ol.next');
  },
};
export const LetterArrived: Story = { args: { card: 'own' }, play: chosen('letter', '#letterCode') };
export const WrongLetterCode: Story = {
  args: { card: 'own' },
  play: async (context) => {
    const { canvasElement } = context;
    await chosen('letter', '.reader .badge')(context);
    await fill(canvasElement, PAGE, { letterCode: 'AAAA-BBBB-CCCC-DDDD' });
    await press(canvasElement, PAGE, '#details [part=submit]');
    await says(canvasElement, PAGE, 'ticket-invalid');
  },
};
export const RenewedCertificate: Story = { play: chosen('certificate', 'ol.next') };
export const Suspend: Story = { play: chosen('suspend', '#nationalId') };
export const Suspended: Story = {
  play: async (context) => {
    const { canvasElement } = context;
    await chosen('suspend', '#nationalId')(context);
    await fill(canvasElement, PAGE, { nationalId: lin.nationalId, password: lin.password });
    await press(canvasElement, PAGE, '#details [part=submit]');
    await appears(canvasElement, PAGE, '.notice.success');
  },
};
export const Resume: Story = { args: { card: 'own' }, play: chosen('resume', '#read') };
export const Counter: Story = { play: chosen('counter', '.bring') };

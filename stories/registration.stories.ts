import { MhbError } from '@mhb-kit/core/error';
import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  accountService,
  appears,
  cardArgType,
  fill,
  gateway,
  press,
  readerOf,
  says,
  stage,
  type CardInReader,
} from './stage.js';

interface Args {
  card: CardInReader;
  gatewayDown: boolean;
}

const FORM = 'mhb-registration';

const meta: Meta<Args> = {
  title: 'Registration',
  component: FORM,
  args: { card: 'own', gatewayDown: false },
  argTypes: { card: cardArgType, gatewayDown: { control: 'boolean' } },
  render: ({ card, gatewayDown }, { id }) => {
    const { client } = accountService();
    if (gatewayDown) client.register = () => Promise.reject(new MhbError('gateway-unreachable'));
    return stage(
      gateway(),
      readerOf(id, card),
      html`<mhb-registration mail-advice-domains="lossy.example"></mhb-registration>`,
      client,
    );
  },
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const good = {
  nationalId: lin.nationalId,
  personName: lin.name,
  householdNumber: lin.householdNumber,
  registeredAddress: '臺北市青雲區和平里 3 鄰',
  newPassword: 'Passbook1',
  repeatedPassword: 'Passbook1',
  mobile: lin.mobile,
  email: lin.email,
};

const readCard: Play = async ({ canvasElement }) => {
  await appears(canvasElement, FORM, '.reader .badge');
  await press(canvasElement, FORM, '#read');
  await appears(canvasElement, FORM, '.reader dl');
};
const complete =
  (values: Partial<typeof good> = {}): Play =>
  async (context) => {
    await readCard(context);
    await fill(context.canvasElement, FORM, { ...good, ...values });
  };
const goOn: Play = ({ canvasElement }) => press(canvasElement, FORM, 'form:not([hidden]) [part=submit]');
const review: Play = async (context) => {
  await complete()(context);
  await goOn(context);
  await appears(context.canvasElement, FORM, '#change');
};

export const Empty: Story = {};
export const NoCard: Story = { args: { card: 'none' } };
export const CardRead: Story = { play: readCard };

/** 「讀取」 was forgotten. */
export const CardNotRead: Story = {
  play: async (context) => {
    await goOn(context);
    await appears(context.canvasElement, FORM, '#card-error');
  },
};
export const EverythingMissing: Story = {
  play: async (context) => {
    await readCard(context);
    await goOn(context);
    await appears(context.canvasElement, FORM, '#email-error');
  },
};
export const RulesBroken: Story = {
  play: complete({
    nationalId: 'A123456789',
    newPassword: 'short',
    repeatedPassword: 'other',
    mobile: '0212345678',
    email: 'lin@example',
  }),
};
export const MailboxAdvice: Story = { play: complete({ email: 'lin@lossy.example' }) };
export const Review: Story = { play: review };
export const GatewayDown: Story = {
  args: { gatewayDown: true },
  play: async (context) => {
    await review(context);
    await goOn(context);
    await says(context.canvasElement, FORM, 'gateway-unreachable');
  },
};
export const Sent: Story = {
  play: async (context) => {
    await review(context);
    await goOn(context);
    await appears(context.canvasElement, FORM, '.next');
  },
};
export const NotOffered: Story = {
  render: (_args, { id }) =>
    stage(
      gateway({ service: { registration: false } }),
      readerOf(id, 'own'),
      html`<mhb-registration></mhb-registration>`,
      accountService().client,
    ),
};

import { lin } from '@mhb-kit/testkit/people';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  appears,
  cardArgType,
  fill,
  press,
  readerOf,
  says,
  service,
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
    const { gateway, client, accounts } = service({ people: [] });
    if (gatewayDown) gateway.fail('POST /v1/registrations', 'gateway-unreachable');
    return stage(
      client,
      readerOf(id, card),
      html`<mhb-registration mail-advice-domains="lossy.example"></mhb-registration>`,
      accounts,
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
  registeredAddress: lin.registeredAddress,
  birthDate: lin.birthDate,
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
  render: (_args, { id }) => {
    const { client, accounts } = service({ service: { registration: false } });
    return stage(client, readerOf(id, 'own'), html`<mhb-registration></mhb-registration>`, accounts);
  },
};

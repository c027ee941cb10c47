import type { RegistrationApplication } from '@mhb-kit/core/gateway';
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
  confirms: 'registration' | 'email';
  link: 'good' | 'void' | 'missing';
}

const PAGE = 'mhb-activation';

const application: RegistrationApplication = {
  card: { nationalId: lin.nationalId, cardNumber: lin.card.cardNumber, nonce: '', attestation: null },
  name: lin.name,
  householdNumber: lin.householdNumber,
  registeredAddress: '臺北市青雲區和平里 3 鄰',
  password: lin.password,
  telephone: null,
  mobile: lin.mobile,
  email: lin.email,
  alternateEmail: null,
};

/** The service of each story, with an application that waits for its confirmation. */
const services = new Map<string, ReturnType<typeof accountService>>();

const meta: Meta<Args> = {
  title: 'Activation',
  component: PAGE,
  args: { card: 'own', confirms: 'registration', link: 'good' },
  argTypes: {
    card: cardArgType,
    confirms: { control: 'inline-radio', options: ['registration', 'email'] },
    link: { control: 'inline-radio', options: ['good', 'void', 'missing'] },
  },
  loaders: [
    async ({ id }) => {
      const service = accountService();
      await service.client.register(application);
      service.accounts.announceEmail('new@example.tw', () => undefined);
      services.set(id, service);
    },
  ],
  render: ({ card, confirms, link }, { id }) => {
    const service = services.get(id) ?? accountService();
    const ticket = {
      good: ticketOf(service, confirms === 'email' ? 'confirm-email' : 'confirm-registration'),
      void: 'x'.repeat(43),
      missing: undefined,
    }[link];
    return stage(
      gateway(),
      readerOf(id, card),
      html`<mhb-activation .ticket=${ticket} confirms=${confirms}></mhb-activation>`,
      service.client,
    );
  },
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const ticketOf = ({ accounts }: ReturnType<typeof accountService>, purpose: string): string | undefined =>
  accounts.messages.findLast((each) => each.purpose === purpose)?.secret ?? undefined;

const askForCode: Play = async ({ canvasElement }) => {
  await press(canvasElement, PAGE, '[part=submit]');
  await appears(canvasElement, PAGE, '#code');
};
const confirmWith =
  (code: (id: string) => string): Play =>
  async (context) => {
    await askForCode(context);
    await appears(context.canvasElement, PAGE, '.reader .badge');
    await fill(context.canvasElement, PAGE, { code: code(context.id) });
    await press(context.canvasElement, PAGE, '[part=submit]');
  };

/** Nothing is sent before the person asks. */
export const LinkOpened: Story = {};
export const CodeSent: Story = { play: askForCode };
export const WrongCode: Story = {
  play: async (context) => {
    await confirmWith(() => '000000')(context);
    await says(context.canvasElement, PAGE, 'code-wrong');
  },
};
export const AnotherPersonsCard: Story = {
  args: { card: 'another person' },
  play: async (context) => {
    await confirmWith((id) => ticketOf(services.get(id) ?? accountService(), 'code') ?? '')(context);
    await says(context.canvasElement, PAGE, 'card-mismatch');
  },
};
export const Confirmed: Story = {
  play: async (context) => {
    await confirmWith((id) => ticketOf(services.get(id) ?? accountService(), 'code') ?? '')(context);
    await appears(context.canvasElement, PAGE, '.notice.success');
  },
};

/** Used, replaced by a later mail, or older than five days. */
export const LinkVoid: Story = {
  args: { link: 'void' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, PAGE, '[part=submit]');
    await appears(canvasElement, PAGE, '#resend');
  },
};
export const WithoutLink: Story = { args: { link: 'missing' } };
export const NewEmailAddress: Story = { args: { confirms: 'email' } };
export const NewEmailAddressConfirmed: Story = {
  args: { confirms: 'email' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, PAGE, '[part=submit]');
    await appears(canvasElement, PAGE, '.notice.success');
  },
};

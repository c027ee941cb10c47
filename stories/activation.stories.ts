import type { RegistrationApplication } from '@mhb-kit/core/gateway';
import { logIn, type SentMessage } from '@mhb-kit/testkit/gateway';
import { lin, wang } from '@mhb-kit/testkit/people';
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
  serviceIn,
  stage,
  type CardInReader,
  type Service,
} from './stage.js';

interface Args {
  card: CardInReader;
  confirms: 'registration' | 'email';
  link: 'good' | 'void' | 'missing';
}

const PAGE = 'mhb-activation';

const application: Omit<RegistrationApplication, 'card'> = {
  name: lin.name,
  householdNumber: lin.householdNumber,
  registeredAddress: lin.registeredAddress,
  birthDate: lin.birthDate,
  password: lin.password,
  telephone: null,
  mobile: lin.mobile,
  email: lin.email,
  alternateEmail: null,
};

/**
 * A service with an application, and with another person's new e-mail address, that wait for confirmation.
 */
async function waiting(): Promise<Service> {
  const opened = service({ people: [wang] });
  const { client, accounts } = opened;
  const { nationalId, card } = lin;
  const { nonce } = await accounts.challenge();
  const reading = { nationalId, cardNumber: card.cardNumber, nonce, attestation: null };
  await accounts.register({ ...application, card: reading });
  await logIn(client, wang);
  await client.changeContact({ currentPassword: wang.password, email: 'new@example.tw' });
  await client.logout();
  return opened;
}

const meta: Meta<Args> = {
  title: 'Activation',
  component: PAGE,
  args: { card: 'own', confirms: 'registration', link: 'good' },
  argTypes: {
    card: cardArgType,
    confirms: { control: 'inline-radio', options: ['registration', 'email'] },
    link: { control: 'inline-radio', options: ['good', 'void', 'missing'] },
  },
  loaders: [async () => ({ service: await waiting() })],
  render: ({ card, confirms, link }, context) => {
    const opened = serviceIn(context);
    const ticket = {
      good: secretOf(opened, confirms === 'email' ? 'confirm-email' : 'confirm-registration'),
      void: 'x'.repeat(43),
      missing: undefined,
    }[link];
    return stage(
      opened.client,
      readerOf(context.id, card),
      html`<mhb-activation .ticket=${ticket} confirms=${confirms}></mhb-activation>`,
      opened.accounts,
    );
  },
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const secretOf = ({ gateway }: Service, purpose: SentMessage['purpose']): string | undefined =>
  gateway.messages.findLast((each) => each.purpose === purpose)?.secret ?? undefined;

const askForCode: Play = async ({ canvasElement }) => {
  await press(canvasElement, PAGE, '[part=submit]');
  await appears(canvasElement, PAGE, '#code');
};
const confirmWith =
  (code: (service: Service) => string): Play =>
  async (context) => {
    await askForCode(context);
    await appears(context.canvasElement, PAGE, '.reader .badge');
    await fill(context.canvasElement, PAGE, { code: code(serviceIn(context)) });
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
    await confirmWith((opened) => secretOf(opened, 'code') ?? '')(context);
    await says(context.canvasElement, PAGE, 'card-mismatch');
  },
};
export const Confirmed: Story = {
  play: async (context) => {
    await confirmWith((opened) => secretOf(opened, 'code') ?? '')(context);
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

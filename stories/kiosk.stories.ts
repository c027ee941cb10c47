import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { reader, service, serviceIn, signedIn, stage } from './stage.js';

const meta: Meta = {
  title: 'Kiosk',
  subcomponents: { keypad: 'mhb-keypad', guard: 'mhb-idle-guard' },
};
export default meta;

type Story = StoryObj;

/** Touch the password field, then the keys. */
export const Keypad: Story = {
  render: () =>
    stage(
      service().client,
      [reader()],
      html`<mhb-login-box></mhb-login-box>
        <p></p>
        <mhb-keypad></mhb-keypad>`,
    ),
};

/** A shared computer does not offer to remember anything, and targets are larger. */
export const SharedComputer: Story = {
  render: () =>
    html`<mhb-provider kiosk .client=${service().client} .cards=${[reader()]}
      ><main class="stage"><mhb-login-box></mhb-login-box></main
    ></mhb-provider>`,
};

/** Digits in a new order for every field. */
export const ScrambledDigits: Story = {
  render: () =>
    stage(
      service().client,
      [],
      html`<label> SMS <input inputmode="none" maxlength="6" /> </label>
        <mhb-keypad scrambled digits-only></mhb-keypad>`,
    ),
};

/** Warns immediately here; on a kiosk after two minutes. */
export const IdleWarning: Story = {
  loaders: [async () => ({ service: await signedIn() })],
  render: (_args, context) =>
    stage(
      serviceIn(context).client,
      [],
      html`<mhb-login-box></mhb-login-box>
        <mhb-idle-guard idle-seconds="0" warning-seconds="600"></mhb-idle-guard>`,
    ),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { reader, service, stage } from './stage.js';

const meta: Meta = { title: 'Getting started', component: 'mhb-getting-started' };
export default meta;

type Story = StoryObj;

export const ThreeSteps: Story = {
  render: () =>
    stage(service().client, [], html`<mhb-getting-started check-href="#check"></mhb-getting-started>`),
};

/** The check comes after the steps. */
export const WithEnvironmentCheck: Story = {
  render: () =>
    stage(
      service({ clock: () => new Date() }).client,
      [reader()],
      html`<mhb-getting-started></mhb-getting-started>
        <p></p>
        <mhb-environment-check></mhb-environment-check>`,
    ),
};

import axe from 'axe-core';
import '@mhb-kit/elements/define';
import manifest from '@mhb-kit/elements/custom-elements.json' with { type: 'json' };
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import './page.css';

setCustomElementsManifest(manifest);

/** WCAG 2.2 at level AA, which is also Taiwan's 無障礙 AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const root = document.documentElement;

export default {
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: {
      test: 'error',
      options: { runOnly: rules },
    },
  },
  globalTypes: {
    locale: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-Hant-TW', title: '正體中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Colour scheme of the page',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'zh-Hant-TW', theme: 'light' },
  tags: ['autodocs'],
  decorators: [
    (story, { globals }) => {
      root.lang = String(globals.locale);
      root.dataset.theme = String(globals.theme);
      return story();
    },
  ],
  /** The addon checks each story in its own theme; the test run also checks it in the dark theme. */
  async afterEach({ canvasElement, globals }) {
    if (import.meta.env.MODE !== 'test') return;
    root.dataset.theme = 'dark';
    const { violations } = await axe.run(canvasElement, { runOnly: rules });
    root.dataset.theme = String(globals.theme);
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    if (found.length > 0) throw new Error(`In the dark, axe finds ${found.join('; ')}`);
  },
} satisfies Preview;

import '@mhb-kit/elements/define';
import manifest from '@mhb-kit/elements/custom-elements.json' with { type: 'json' };
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import './page.css';

setCustomElementsManifest(manifest);

export default {
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
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
      const root = document.documentElement;
      root.lang = String(globals.locale);
      root.dataset.theme = String(globals.theme);
      return story();
    },
  ],
} satisfies Preview;

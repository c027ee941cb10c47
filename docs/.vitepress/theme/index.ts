import DefaultTheme from 'vitepress/theme';
import { h, type FunctionalComponent } from 'vue';
import './site.css';

/** Text of a doc comment, in which backticks mark code. */
const DocText: FunctionalComponent<{ text: string }> = ({ text }) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? h('code', part) : part));
DocText.props = ['text'];

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }: { app: { component(name: string, component: typeof DocText): unknown } }) => {
    app.component('DocText', DocText);
  },
};

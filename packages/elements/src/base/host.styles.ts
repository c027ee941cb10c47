import { css } from './css.js';

/** Styles of all components: the box, the font and the focus ring. They do not depend on the page. */
export const hostStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    overflow-wrap: anywhere;

    /* A page's rules for everything (\`* { line-height: 1 }\`) apply to the host, but not inside it. */
    color: var(--_text) !important;
    font: 400 medium/1.6 var(--_font) !important;
    font-variant-numeric: tabular-nums !important;
    letter-spacing: normal !important;
    text-align: start !important;
    text-transform: none !important;
    white-space: normal !important;

    --_mhb-rem: var(--mhb-rem, 1em);
  }

  :where(:host > *) {
    font-size: var(--_font-size);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='auto']) {
    color-scheme: light dark;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    min-width: 0;
    border: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3,
  h4 {
    line-height: 1.35;
    text-wrap: balance;
  }

  h2 {
    font-size: 1.3em;
  }

  h3 {
    font-size: 1.1em;
  }

  h4 {
    font-size: 1em;
  }

  svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  /* Headings get the focus when the content below them has changed, but they are not controls. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  .frame {
    padding: var(--_frame-padding);
    border: var(--_frame-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_frame-shadow);
  }

  /* A live region must exist before its text is announced, but must not take up space while it is empty. */
  :is([role='alert'], [role='status']):empty {
    position: absolute;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .quiet {
    color: var(--_text-quiet);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/**
 * Renders a line icon on a 24 × 24 grid. Icons are purely decorative, because the text next to them conveys the
 * meaning. Each icon is a separate function, so that a bundle contains only the icons that it uses.
 */
const icon = (paths: SVGTemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const alert = (): TemplateResult => icon(svg`<path d="M12 3.5 21.5 20h-19z M12 10v4.5 M12 17.3v.2"/>`);
export const info = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5 M12 7.6v.2"/>`);
export const check = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16.2 9.4"/>`);
export const card = (): TemplateResult =>
  icon(
    svg`<rect x="2.5" y="5" width="19" height="14" rx="2.5"/><path d="M6.5 10h4v4h-4z M14 10h4 M14 14h4"/>`,
  );
export const reader = (): TemplateResult =>
  icon(svg`<path d="M6 3.5h12v8H6z M4 11.5h16v6.5a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 18z M9 16h6"/>`);
export const person = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`);
export const magnifier = (): TemplateResult =>
  icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const refresh = (): TemplateResult => icon(svg`<path d="M20 11.5a8 8 0 1 0-2.2 6 M20.5 5.5v6h-6"/>`);
export const download = (): TemplateResult => icon(svg`<path d="M12 3.5v12 m-5-5 5 5 5-5 M4.5 20.5h15"/>`);
export const open = (): TemplateResult =>
  icon(
    svg`<path d="M3.5 6.5c3-1.6 6-1.6 8.5.3 2.5-1.9 5.5-1.9 8.5-.3v12c-3-1.6-6-1.6-8.5.3-2.5-1.9-5.5-1.9-8.5-.3z M12 6.8v12"/>`,
  );
export const clock = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`);
export const file = (): TemplateResult => icon(svg`<path d="M6 2.5h8l5 5v14H6z M14 2.5v5h5"/>`);
export const lock = (): TemplateResult =>
  icon(svg`<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.8a4 4 0 0 1 8 0v2.7"/>`);
export const print = (): TemplateResult =>
  icon(svg`<path d="M7 8.5v-5h10v5 M7 17H3.5V8.5h17V17H17 M7 14h10v6.5H7z"/>`);
export const menu = (): TemplateResult => icon(svg`<path d="M4 6.5h16 M4 12h16 M4 17.5h16"/>`);
export const close = (): TemplateResult => icon(svg`<path d="m6 6 12 12 M18 6 6 18"/>`);

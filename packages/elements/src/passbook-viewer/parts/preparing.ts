import { html, type TemplateResult } from 'lit';
import type { Shown } from './shown.js';

/** Renders a message that is shown until the content is ready. */
export const preparing = ({ strings }: Shown): TemplateResult =>
  html`<p class="quiet" role="status"><span class="spinner"></span> ${strings.preparing}</p>`;

import { html, type TemplateResult } from 'lit';
import type { Shown } from './shown.js';

/** Stands where something will be shown in a moment. */
export const preparing = ({ strings }: Shown): TemplateResult =>
  html`<p class="quiet" role="status"><span class="spinner"></span> ${strings.preparing}</p>`;

import type { Session } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../base/icons.js';
import type { LoginBoxStrings } from './login-box.strings.js';

/**
 * Shows who has logged in, and the button to log out. For a legal representative, it shows the representative's
 * own name, even while another person's passbook is open.
 */
export const identity = (
  { person, representation }: Session,
  strings: LoginBoxStrings,
  logOut: () => unknown,
): TemplateResult =>
  html`<div class="identity" tabindex="-1">
    ${icons.person()}
    <p>
      <span class="quiet">${strings.signedInAs}</span>
      <strong>${representation?.representative ?? person.name}</strong>
      ${representation === undefined ? html`<span>${person.nationalId}</span>` : nothing}
    </p>
    <button type="button" id="log-out" @click=${logOut}>${strings.logOut}</button>
  </div>`;

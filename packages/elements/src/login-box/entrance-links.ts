import { html, type TemplateResult } from 'lit';
import { MhbForgotPasswordEvent, MhbRecoverAccountEvent, MhbRegisterEvent } from './events.js';
import type { LoginBoxStrings } from './login-box.strings.js';

/** Links for people who cannot log in, or cannot log in yet. */
export interface EntranceLinks {
  readonly registerHref: string | undefined;
  readonly forgotHref: string | undefined;
  readonly recoveryHref: string | undefined;
  /** Fires the given event for the page. Called when the person presses a link without an address. */
  readonly ask: (event: Event) => void;
}

export const entranceLinks = (links: EntranceLinks, strings: LoginBoxStrings): TemplateResult =>
  html`<div class="links">
    ${link(links, links.registerHref, strings.firstTime, MhbRegisterEvent)}
    ${link(links, links.forgotHref, strings.forgotten, MhbForgotPasswordEvent)}
    ${recoveryLink(links, strings)}
  </div>`;

export const recoveryLink = (links: EntranceLinks, strings: LoginBoxStrings): TemplateResult =>
  link(links, links.recoveryHref, strings.recover, MhbRecoverAccountEvent);

const link = (
  { ask }: EntranceLinks,
  href: string | undefined,
  label: string,
  Asked: new () => Event,
): TemplateResult =>
  href === undefined
    ? html`<button
        type="button"
        class="link"
        @click=${() => {
          ask(new Asked());
        }}
      >
        ${label}
      </button>`
    : html`<a href=${href}>${label}</a>`;

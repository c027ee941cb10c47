import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../parts/shown.js';
import type { NavigationWords } from './navigation.strings.js';

/** A page that the navigation lists. */
export interface Destination {
  readonly id: string;
  readonly title: string;
  readonly count: number | null;
}

/** The state and actions of the navigation and of the search field. */
export interface Navigation {
  readonly destinations: readonly Destination[];
  readonly current: string | undefined;
  readonly search: string;
  readonly go: (id: string) => void;
  readonly find: (words: string) => void;
}

/** The search field. */
export const searchField = (
  { search, find }: Navigation,
  { strings }: Shown<NavigationWords>,
): TemplateResult =>
  html`<search>
    <label for="search">${strings.search}</label>
    <input
      id="search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${strings.searchHint}
      .value=${search}
      @input=${(event: Event) => {
        find((event.currentTarget as HTMLInputElement).value);
      }}
    />
  </search>`;

/**
 * Renders the list of pages, and a drop-down list that replaces it if there is no space for the list next to the
 * page.
 */
export function navigation(
  { destinations, current, search, go }: Navigation,
  { strings }: Shown<NavigationWords>,
): TemplateResult {
  const searching = search.trim() !== '';
  return html`<nav aria-label=${strings.sections}>
    <ul>
      ${destinations.map(
        ({ id, title, count }) =>
          html`<li>
            <button
              type="button"
              aria-current=${id === current && !searching ? 'page' : nothing}
              @click=${() => {
                go(id);
              }}
            >
              <span>${title}</span>${count === null ? nothing : html`<small>${count}</small>`}
            </button>
          </li>`,
      )}
    </ul>
    <select
      aria-label=${strings.sections}
      @change=${(event: Event) => {
        go((event.currentTarget as HTMLSelectElement).value);
      }}
    >
      ${destinations.map(({ id, title }) => html`<option value=${id} .selected=${id === current}>${title}</option>`)}
    </select>
  </nav>`;
}

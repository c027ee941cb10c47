import { css } from '../../base/css.js';

/** Styles of the header of an open passbook. */
export const headerStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
  }

  header > .grow {
    flex: 1 1 16rem;
  }

  header .actions {
    gap: 0.5rem;
  }

  .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }

  :is(.authenticity, .reading-report) summary {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    min-height: 1.75rem;
    color: var(--_text-quiet);
    font-size: 0.95em;
    list-style: none;
    cursor: pointer;
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
  }

  :is(.authenticity, .reading-report) summary::-webkit-details-marker {
    display: none;
  }

  .authenticity.success svg {
    color: var(--_success);
  }

  :is(.authenticity, .reading-report).warning summary {
    color: var(--_warning);
    font-weight: 600;
  }

  .authenticity p,
  :is(.authenticity, .reading-report) ul {
    max-width: 60ch;
    margin-top: 0.35rem;
    font-size: 0.95em;
  }

  #menu {
    display: none;
  }

  /* Next to the title if there is room, otherwise in a menu at the bottom. */
  header .actions[popover] {
    display: flex;
    position: static;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    overflow: visible;
  }

  @container (max-width: 40rem) {
    header {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.75rem;
    }

    header > .grow {
      display: contents;
    }

    header > .grow > :not(h2) {
      grid-column: 1 / -1;
    }

    #menu {
      display: inline-flex;
      grid-row: 1;
      grid-column: 2;
    }

    header .actions[popover] {
      position: fixed;
      inset: auto 0 0;
      width: 100%;
      max-width: none;
      padding: 1rem;
      border-top: 1px solid var(--_border-strong);
      border-radius: var(--_radius) var(--_radius) 0 0;
      background: var(--_surface);
      box-shadow: 0 -0.25rem 1.5rem rgb(0 0 0 / 25%);
    }

    header .actions[popover]:popover-open {
      display: grid;
    }

    header .actions[popover]:not(:popover-open) {
      display: none;
    }

    header .actions > * {
      justify-content: start;
    }

    header .actions::backdrop {
      background: rgb(0 0 0 / 40%);
    }
  }
`;

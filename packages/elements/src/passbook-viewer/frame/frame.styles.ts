import { css } from '../../base/css.js';

/** Styles of the viewer's frame, and of the content that the viewer shows before a passbook is open. */
export const frameStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  .frame.dragging {
    outline: 3px dashed var(--_accent);
    outline-offset: -6px;
  }

  .grow {
    flex: 1;
    min-width: 0;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }

  dialog .title {
    flex-wrap: nowrap;
  }

  .drop {
    display: grid;
    gap: 0.85rem;
    justify-items: center;
    padding: clamp(1.5rem, 6cqi, 3.5rem) 1rem;
    border: 2px dashed var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    text-align: center;
  }

  .drop > svg {
    width: 3rem;
    height: 3rem;
    color: var(--_accent);
    stroke-width: 1.25;
  }

  .lead {
    font-size: 1.2em;
    font-weight: 600;
  }

  .private {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .file-button:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .unlock {
    display: grid;
    gap: 1.1rem;
    max-width: 32rem;
    padding: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .unlock h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .reading {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_accent-soft);
  }

  .sheet {
    display: grid;
    gap: 1rem;
  }

  button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_paper);
  }

  .choices {
    display: grid;
    gap: 0.6rem;
  }

  dialog {
    width: min(44rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    padding: 1.25rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .disclaimer {
    display: flex;
    gap: 0.65em;
    padding-top: 1rem;
    border-top: 1px solid var(--_border);
    color: var(--_text-quiet);
    font-size: 0.95em;
  }

  .disclaimer svg {
    margin-top: 0.2em;
  }
`;

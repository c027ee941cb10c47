import { css } from './css.js';

/** A progress bar. */
export const progressStyles = css`
  progress {
    display: block;
    width: 100%;
    height: 0.6rem;
    border: 0;
    border-radius: 99rem;
    overflow: hidden;
    background: color-mix(in oklab, var(--_ink) 12%, var(--_paper));
    accent-color: var(--_accent);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: color-mix(in oklab, var(--_ink) 12%, var(--_paper));
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  progress:indeterminate::-moz-progress-bar {
    inline-size: 35%;
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      appearance: auto;
    }
  }
`;

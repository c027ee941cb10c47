import { css } from '../../../base/css.js';

export const laboratoryStyles = css`
  .newest {
    margin: 0.5rem 0.75rem;
  }

  .row .result {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
    align-items: center;
  }

  .chart {
    display: block;
    width: auto;
    max-width: 100%;
    height: auto;
    stroke: none;
  }

  .chart text {
    fill: var(--_text-quiet);
    font-family: var(--_font);
    font-size: 13px;
  }

  .chart .newest {
    fill: var(--_text);
    font-weight: 700;
    font-size: 15px;
  }

  .chart .band {
    fill: var(--_chart-band);
  }

  .chart .grid {
    stroke: var(--_border);
    stroke-width: 1;
  }

  .chart .line {
    fill: none;
    stroke: var(--_chart-line);
    stroke-width: 2.5;
  }

  .chart .mark {
    fill: var(--_paper);
    stroke: var(--_chart-line);
    stroke-width: 2.5;
  }

  .chart .mark.out {
    fill: var(--_danger);
    stroke: var(--_danger);
  }

  .chart .mark.limit {
    fill: var(--_paper);
  }

  .chart .towards {
    fill: none;
    stroke: var(--_chart-line);
    stroke-width: 2;
  }

  .chip {
    min-height: 2.25rem;
    padding-block: 0.1em;
    border-radius: 99rem;
    font-weight: 500;
  }

  .chip svg {
    width: 1em;
    height: 1em;
  }

  .comparison {
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface-sunken);
  }

  .comparison select {
    width: auto;
    max-width: 100%;
  }

  button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  @media (forced-colors: active) {
    .chart .line,
    .chart .mark {
      stroke: CanvasText;
    }

    .chart .mark.out {
      fill: Highlight;
      stroke: Highlight;
    }

    .chart .band {
      fill: Canvas;
      stroke: GrayText;
    }

    .chart text {
      fill: CanvasText;
    }
  }
`;

import { css } from '../../../base/css.js';

export const reportsStyles = css`
  .report {
    max-width: 75ch;
    overflow-x: auto;
    tab-size: 8;
    line-height: 1.7;
  }

  /* Tables and audiograms depend on vertical alignment. */
  .report.columns {
    max-width: none;
    font-family: ui-monospace, monospace;
    white-space: pre;
  }

  .impression {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  @media print {
    .report.columns {
      font-size: 0.8em;
      white-space: pre-wrap;
    }

    .impression {
      display: none;
    }
  }
`;

import { css } from 'lit';

export const reportsStyles = css`
  .report {
    max-width: 75ch;
    /* Tabs of audiograms and tables carry their alignment. */
    overflow-x: auto;
    tab-size: 8;
    line-height: 1.7;
  }
`;

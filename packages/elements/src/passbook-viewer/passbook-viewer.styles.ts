import { css } from 'lit';

export const passbookViewerStyles = css`
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

  .book {
    display: grid;
    grid-template-columns: minmax(11rem, 15rem) minmax(0, 1fr);
    gap: 2rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--_border);
  }

  search {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.35rem 0.85rem;
    align-items: center;
  }

  search label {
    font-weight: 600;
    white-space: nowrap;
  }

  search input {
    flex: 1 1 16rem;
  }

  mark {
    border-radius: 0.2em;
    background: var(--_warning-soft);
    box-shadow: inset 0 -0.12em var(--_warning);
    color: inherit;
    font-weight: 700;
  }

  .hits .when {
    min-width: 6.2em;
    color: var(--_text-quiet);
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.75rem 1rem;
  }

  .filters .field {
    font-weight: 600;
  }

  .sheet {
    display: grid;
    gap: 1rem;
  }

  label.format {
    align-items: start;
    padding-block: 0.4rem;
  }

  label.format strong {
    display: block;
  }

  label.format input {
    margin-top: 0.2em;
  }

  nav ul {
    display: grid;
    gap: 0.15rem;
    position: sticky;
    top: 1rem;
  }

  nav button {
    justify-content: space-between;
    width: 100%;
    border-color: transparent;
    background: none;
    font-weight: 500;
    text-align: start;
  }

  nav button[aria-current] {
    border-inline-start: 3px solid var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 700;
  }

  nav small {
    flex: none;
    color: var(--_text-quiet);
    font-weight: 400;
  }

  nav select {
    display: none;
  }

  .content,
  .content section,
  .overview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
  }

  .overview,
  .content {
    gap: 1.75rem;
  }

  .content {
    gap: 1rem;
  }

  #section-title {
    font-size: 1.25em;
  }

  .empty {
    padding: 1.25rem 1rem;
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    color: var(--_text-quiet);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 0.85rem;
  }

  .card {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
  }

  .card.allergy {
    border-inline-start: 0.3em solid var(--_danger);
    background: var(--_danger-soft);
  }

  .card.allergy strong {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: 1.1em;
  }

  .card.allergy strong svg {
    color: var(--_danger);
  }

  .card > button.raw {
    justify-self: start;
  }

  .warn {
    color: var(--_warning);
    font-weight: 600;
  }

  .pairs {
    display: grid;
    gap: 0.35rem 1rem;
  }

  .pairs > div {
    display: grid;
    grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr);
    gap: 0 1rem;
  }

  .pairs dd {
    grid-column: 2;
  }

  dt {
    color: var(--_text-quiet);
  }

  .pre {
    white-space: pre-wrap;
  }

  .lines li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1rem;
    align-items: center;
    min-height: 2.75rem;
    padding-block: 0.35rem;
    border-bottom: 1px solid var(--_border);
  }

  .lines .grow {
    flex: 1 1 12rem;
  }

  @container (min-width: 52rem) {
    .results {
      display: grid;
      grid-template-columns: minmax(0, 1fr) repeat(4, auto);
      column-gap: 1rem;
    }

    .results > li {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
  }

  .rows {
    display: grid;
    border-top: 1px solid var(--_border);
  }

  .row {
    border-bottom: 1px solid var(--_border);
  }

  .row > summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1rem;
    align-items: center;
    min-height: var(--_target);
    padding: 0.5rem 0.25rem;
    list-style: none;
    cursor: pointer;
  }

  .row > summary::-webkit-details-marker {
    display: none;
  }

  .row > summary::before {
    flex: none;
    width: 0.5em;
    height: 0.5em;
    border: solid var(--_text-quiet);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    content: '';
  }

  .row[open] > summary::before {
    rotate: 45deg;
  }

  .row > summary:hover {
    background: var(--_surface-sunken);
  }

  .row .grow {
    flex: 1 1 10rem;
  }

  .row small,
  td small,
  dd small {
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .row .when {
    min-width: 6.2em;
    color: var(--_text-quiet);
  }

  .row .result {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
    align-items: center;
  }

  .row > .body,
  .row > figure {
    display: grid;
    gap: 1rem;
    position: relative;
    padding: 0.5rem 0.25rem 1.25rem 1.5rem;
    overflow-x: auto;
  }

  .scroll {
    /* What is visually hidden inside is positioned, and would otherwise widen the page. */
    position: relative;
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  caption {
    padding-block: 0.35rem;
    color: var(--_text-quiet);
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 0.5rem 0.65rem;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--_text-quiet);
    font-size: 0.9em;
    font-weight: 600;
    white-space: nowrap;
  }

  :is(td, th) time,
  td .badge,
  td.amount,
  td.points,
  td.number,
  td.days {
    white-space: nowrap;
  }

  td.text {
    min-width: 8em;
    white-space: pre-wrap;
  }

  tr.nested > td {
    padding-inline-start: 1.5rem;
    background: var(--_surface-sunken);
  }

  button.raw {
    min-height: 1.75rem;
    padding-block: 0;
    font-size: 0.9em;
    white-space: nowrap;
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

  .pager {
    justify-content: center;
  }

  td.number,
  th.number {
    text-align: end;
  }

  tbody th {
    font-weight: 600;
  }

  tbody th :is(time, small) {
    font-weight: 400;
  }

  .nowrap {
    white-space: nowrap;
  }

  .lines small,
  small.rule {
    display: block;
    color: var(--_text-quiet);
    font-size: 0.9em;
    font-weight: 400;
  }

  /* A cell is copied without the button beside it. */
  .raw,
  .badge {
    user-select: none;
  }

  .report {
    max-width: 75ch;
    line-height: 1.7;
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

  button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_paper);
  }

  .mouth {
    position: relative;
    display: grid;
    gap: 0.75rem;
    max-width: 46rem;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    overflow-x: auto;
  }

  .sides {
    display: flex;
    justify-content: space-between;
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .jaws,
  .jaw {
    display: grid;
    gap: 0.2rem;
  }

  .jaws {
    gap: 0.5rem;
    min-width: 36rem;
  }

  .jaws.milk {
    width: 62.5%;
    min-width: 23rem;
    margin-inline: auto;
  }

  .jaw {
    grid-template-columns: repeat(16, 1fr);
  }

  .milk .jaw {
    grid-template-columns: repeat(10, 1fr);
  }

  /* The middle of the face. */
  .jaw > :nth-child(8),
  .milk .jaw > :nth-child(5) {
    margin-inline-end: 0.3rem;
  }

  .milk .jaw > :nth-child(8) {
    margin-inline-end: 0;
  }

  .tooth {
    display: grid;
    place-content: center;
    justify-items: center;
    min-width: 0;
    min-height: 3rem;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: 0.35rem 0.35rem 0.9rem 0.9rem;
    background: var(--_surface);
    color: var(--_text-quiet);
    font-size: 0.95em;
    font-weight: 500;
    line-height: 1.15;
  }

  .lower .tooth {
    border-radius: 0.9rem 0.9rem 0.35rem 0.35rem;
  }

  .tooth.treated {
    border: 2px solid var(--_accent);
    background: var(--_accent-soft);
    color: var(--_text);
    font-weight: 700;
  }

  .tooth.treated[aria-pressed='true'] {
    background: var(--_button-background);
    color: var(--_button-text);
  }

  .tooth small {
    color: inherit;
    font-weight: 500;
  }

  .authenticity summary {
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

  .authenticity summary::-webkit-details-marker {
    display: none;
  }

  .authenticity.success svg {
    color: var(--_success);
  }

  .authenticity.warning summary {
    color: var(--_warning);
    font-weight: 600;
  }

  .authenticity p,
  .authenticity ul {
    max-width: 60ch;
    margin-top: 0.35rem;
    font-size: 0.95em;
  }

  .choices {
    display: grid;
    gap: 0.6rem;
  }

  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  }

  .paper {
    display: grid;
    gap: 1.5rem;
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

  .raw-fields {
    display: grid;
    margin-block: 0.75rem;
    border-top: 1px solid var(--_border);
  }

  .raw-fields > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0 1rem;
    padding-block: 0.35rem;
    border-bottom: 1px solid var(--_border);
  }

  .raw-fields code {
    font-size: 0.8em;
  }

  .source span {
    display: block;
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

  @container (max-width: 52rem) {
    .book {
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }

    nav ul {
      display: none;
    }

    nav select {
      display: block;
      font-weight: 600;
    }
  }

  @container (max-width: 30rem) {
    header .actions {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      inline-size: 100%;
    }

    header .actions > * {
      padding-inline: 0.5em;
    }

    header .actions > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }

    .pairs > div,
    .raw-fields > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .pairs dd {
      grid-column: 1;
    }

    .row > .body,
    .row > figure {
      padding-inline-start: 0.25rem;
    }
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

    nav button[aria-current] {
      border-color: Highlight;
    }
  }

  @media print {
    :host {
      color-scheme: light;
      font-size: 10pt;
    }

    .frame {
      padding: 0;
      border: 0;
      background: none;
    }

    nav,
    search,
    .filters,
    header .actions,
    .authenticity,
    .comparison > .actions,
    button:not(.tooth),
    .pager,
    .row > summary::before {
      display: none;
    }

    .book {
      display: block;
    }

    .paper {
      display: block;
    }

    .paper > section + section {
      margin-top: 1.25rem;
    }

    h3,
    h4,
    caption {
      break-after: avoid;
    }

    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem;
    }

    .card {
      gap: 0.25rem;
      padding: 0.5rem 0.75rem;
    }

    .mouth {
      overflow: visible;
    }

    .jaws {
      min-width: 0;
    }

    .tooth {
      min-height: 1.75rem;
    }

    .comparison {
      padding: 0;
      border: 0;
      background: none;
    }

    th,
    td {
      padding: 0.2rem 0.4rem;
    }

    .overview,
    .content {
      gap: 0.75rem;
    }

    .content section {
      gap: 0.35rem;
    }

    .lines li,
    .row > summary {
      min-height: 0;
      padding-block: 0.2rem;
    }

    .card,
    .row > summary,
    tr,
    .chart {
      break-inside: avoid;
    }

    /* A grid whose row moves to the next page leaves what follows where it was. */
    .paper > .content,
    .paper section,
    .paper > .content > .cards,
    .paper section > .cards,
    .rows,
    .row > .body,
    .row > figure {
      display: block;
    }

    .paper .card {
      margin-bottom: 0.5rem;
    }

    .paper .overview .cards {
      display: grid;
    }

    .comparison:not(:has(.chart)) {
      display: none;
    }

    thead {
      display: table-header-group;
    }

    .scroll,
    .row > figure {
      overflow: visible;
    }
  }
`;

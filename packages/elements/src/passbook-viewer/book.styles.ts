import type { CSSResult } from 'lit';
import { explainStyles } from './explain/explain.styles.js';
import { exportStyles } from './export/export.styles.js';
import { headerStyles } from './header/header.styles.js';
import { navigationStyles } from './navigation/navigation.styles.js';
import { pages } from './pages/index.js';
import { partsStyles } from './parts/parts.styles.js';
import { tableStyles } from './parts/tables.styles.js';
import { printStyles } from './print/print.styles.js';
import { rawStyles } from './raw/raw.styles.js';
import { searchStyles } from './search/search.styles.js';

/** The styles of an open passbook. The print styles come last, because they override some of the screen styles. */
export const bookStyles: readonly CSSResult[] = [
  headerStyles,
  navigationStyles,
  searchStyles,
  rawStyles,
  explainStyles,
  exportStyles,
  partsStyles,
  tableStyles,
  ...pages.flatMap(({ styles }) => styles ?? []),
  printStyles,
];

import { checkPage } from '@mhb-kit/core/page-check';
import { observeHere } from './observe-here.js';
import { Panel } from './panel.js';

/**
 * The script `mhb-check.js` shows problems with the components on a page. It loads no other files and sends no
 * data about the page.
 */

/** How long to wait before the check starts, because the page's own scripts might still be starting. */
const SETTLE_MS = 1500;

async function check(panel: Panel): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, SETTLE_MS);
  });
  const { observation, notes } = await observeHere();
  panel.show(checkPage(observation), notes);
}

function start(): void {
  const language = document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'zh-Hant';
  const panel: Panel = new Panel(language, () => void check(panel));
  void check(panel);
}

if (document.readyState === 'complete') start();
else addEventListener('load', start, { once: true });

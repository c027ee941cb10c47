import { readFileSync } from 'node:fs';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGE_TASKS, tasksOf } from '../bench/page-tasks.mjs';
import { browserMissing } from './browser.js';
import { drop, openViewer, viewerInBrowser, type ViewerPage } from './viewer-page.js';

/** Exports a long history as a file without blocking the page. */

const RECORDS = 20_000;
/** The definition of a long task (W3C Long Tasks API), in milliseconds; here of processor time. */
const LONG_TASK = 50;
const sample = JSON.parse(
  readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url), 'utf8').replace(
    /^\ufeff/,
    '',
  ),
).myhealthbank.bdata;

describe.skipIf(browserMissing !== null)(`exporting ${RECORDS.toLocaleString('en')} records`, () => {
  const at = viewerInBrowser();
  let shown: ViewerPage;
  const started: string[] = [];

  beforeAll(async () => {
    shown = await openViewer(at.browser, at.server.url);
    shown.page.on('worker', (worker) => started.push(new URL(worker.url()).pathname));
    await drop(shown.viewer, Buffer.from(j2File(enlarge(sample, RECORDS))));
    await shown.viewer.locator('#open-export').waitFor();
  });

  /** The size of the file. */
  const exportAs = (format: string) =>
    shown.page.evaluate(async (wanted) => {
      const viewer = document.querySelector('mhb-passbook-viewer');
      const root = viewer?.shadowRoot;
      if (viewer === null || root === null || root === undefined) throw new Error('No viewer');
      root.querySelector<HTMLElement>('#open-export')?.click();
      root.querySelector<HTMLElement>(`.export input[value=${wanted}]`)?.click();
      await viewer.updateComplete;
      const table = root.querySelector<HTMLSelectElement>('#csv-table');
      if (table !== null) table.value = 'r1';
      const password = root.querySelector<HTMLInputElement>('#new-password');
      if (password !== null) password.value = 'long enough';
      const saved = new Promise<Blob>((resolve) => {
        viewer.addEventListener(
          'mhb-passbook-export',
          (event) => {
            event.preventDefault();
            resolve((event as Event & { file: Blob }).file);
          },
          { once: true },
        );
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      performance.mark('begin export');
      root.querySelector<HTMLFormElement>('form.export')?.requestSubmit();
      const { size } = await saved;
      await new Promise((resolve) => setTimeout(resolve, 200));
      performance.mark('end export');
      return size;
    }, format);

  it.each(['fhir', 'ips', 'csv', 'xlsx', 'json', 'sealed'])(
    'as %s has no task over 50 ms',
    async (format) => {
      await at.browser.startTracing(shown.page, PAGE_TASKS);
      const size = await exportAs(format);
      const longest = tasksOf(await at.browser.stopTracing());
      expect(size).toBeGreaterThan(100_000);
      expect(longest('export')).toBeLessThanOrEqual(LONG_TASK);
      expect(shown.complaints).toEqual([]);
    },
  );

  it('is done by the one worker that read and searches the passbook', async () => {
    await shown.viewer.locator('#search').fill('糖尿病');
    await shown.viewer.locator('.hits').first().waitFor();
    // Archives are created by another worker.
    expect(started.filter((path) => !path.includes('archive'))).toEqual(['/mhb/passbook-worker.js']);
    expect(shown.page.workers()).toHaveLength(1);
  });
});

import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Screenshots of every story at 320, 768 and 1440 pixels in both languages: `npm run storybook:build`, then
 * `node stories/screenshots.mjs FOLDER [PART OF A STORY'S ID] [dark]`.
 */
const [, , folder, part = '', theme = 'light'] = process.argv;
const built = fileURLToPath(new URL('../dist/storybook/', import.meta.url));
if (folder === undefined || !existsSync(built)) {
  console.error('npm run storybook:build && node stories/screenshots.mjs FOLDER [PART] [dark]');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const WIDTHS = [320, 768, 1440];
const LANGUAGES = { zh: 'zh-Hant-TW', en: 'en' };
/** A story is finished when nothing in it changes any longer. */
const REST_MS = 400;

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const server = createServer((request, response) => {
  const path = join(built, new URL(request.url ?? '/', 'http://localhost').pathname);
  response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
  createReadStream(path)
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());

const { entries } = JSON.parse(await readFile(join(built, 'index.json'), 'utf8'));
/** @type {{ id: string, type: string }[]} */
const stories = Object.values(entries);
const ids = stories.filter(({ id, type }) => type === 'story' && id.includes(part)).map(({ id }) => id);

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

for (const [language, locale] of Object.entries(LANGUAGES)) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 720 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const id of ids) {
      const query = `id=${id}&viewMode=story&globals=locale:${locale};theme:${theme}`;
      await page.goto(`http://127.0.0.1:${address.port}/iframe.html?${query}`);
      await page.locator('.sb-show-main #storybook-root > *').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(REST_MS);
      await page.screenshot({ path: join(folder, `${id}-${width}-${language}.png`), fullPage: true });
    }
    await context.close();
  }
}

await browser.close();
server.close();
console.log(`${ids.length * WIDTHS.length * Object.keys(LANGUAGES).length} pictures in ${folder}`);

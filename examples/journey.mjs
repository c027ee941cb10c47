/**
 * The whole path as a person walks it in the hospital's page: card in → log in → request → download → unlock → read.
 * Used by `npm start -- --check` and by the journeys of the test suite.
 */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ nationalId: string, password: string }} Credentials
 */

/** Waits until the box sees the card that lies in the reader, and has it look again where the bridge was not found at once. @param {Page} page */
export async function seeCard(page) {
  const reader = page.locator('mhb-login-box [part=reader]');
  const seen = page.locator('mhb-login-box [part=reader]:is(.present, .ready)');
  const again = reader.getByRole('button', { name: /^(?:再試一次|Try again)$/ });
  for (;;) {
    await seen.or(again).first().waitFor();
    if (await seen.isVisible()) return;
    await again.click();
  }
}

/**
 * Types the password and confirms; the card must lie in the reader.
 * @param {Page} page @param {Credentials} person
 */
export async function confirm(page, person) {
  const box = page.locator('mhb-login-box');
  await seeCard(page);
  await box.locator('#password').fill(person.password);
  await box.locator('[part=submit]').click();
}

/**
 * On a page that takes the password itself: the kiosk's, the gateway's own.
 * @param {Page} page @param {Credentials} person
 */
export async function logIn(page, person) {
  await confirm(page, person);
  await page.locator('mhb-login-box #log-out').waitFor();
}

/** From the hospital's page to the gateway's own, in a window of its own. @param {Page} page @returns {Promise<Page>} */
export async function openLogin(page) {
  const [own] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('mhb-login-box [part=submit]').click(),
  ]);
  await own.waitForURL('**/connect/authorize?**');
  return own;
}

/**
 * On the hospital's page: logs in on the gateway's, and allows the hospital's page its requests.
 * @param {Page} page @param {Credentials} person
 */
export async function connect(page, person) {
  const own = await openLogin(page);
  await confirm(own, person);
  await own.locator('#allow').click();
  await page.locator('mhb-login-box #log-out').waitFor();
}

/** One press: requests everything, waits, and opens it in the viewer of the page. @param {Page} page */
export async function read(page) {
  await page.locator('mhb-request-table #read').click();
  await page.locator('mhb-passbook-viewer #section-title').waitFor();
}

/** Brings the table of a page that keeps it out of the way until somebody wants to choose. @param {Page} page */
async function unfold(page) {
  const choosing = page.locator('mhb-request-table .choosing');
  await choosing.waitFor();
  if ((await choosing.getAttribute('open')) === null) await page.locator('mhb-request-table #choose').click();
}

/** Asks for all data and waits until they are ready. @param {Page} page */
export async function request(page) {
  const table = page.locator('mhb-request-table');
  await unfold(page);
  // What an earlier request brought is on the page before this one exists.
  const press = await table.evaluateHandle((element) => ({
    created: new Promise((resolve) => {
      element.addEventListener('mhb-request-created', () => resolve(true), { once: true });
    }),
  }));
  await table.locator('#apply').click();
  await press.evaluate(({ created }) => created);
  await table.locator('.progress').waitFor({ state: 'hidden' });
}

/** Ticks everything and hands it to the viewer. @param {Page} page */
export async function openInViewer(page) {
  const table = page.locator('mhb-request-table');
  await table.locator('#select-all').check();
  await table.locator('#open').click();
}

/** Where the viewer asks for an archive's password; not the fields of a new one, for what the person may keep. @param {Page} page */
export const archivePassword = (page) =>
  page.locator('mhb-passbook-viewer input[type=password]:not([autocomplete=new-password])');

/** Gives the archive's password: the ID number, first letter upper case. @param {Page} page @param {string} password */
export async function unlock(page, password) {
  const field = archivePassword(page);
  await field.fill(password);
  await field.press('Enter');
}

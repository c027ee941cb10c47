/**
 * The whole process on the hospital's page: insert the card → log in → request → download → unlock → read.
 * Used by `npm start -- --check` and by the journeys of the test suite.
 */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ nationalId: string, password: string }} Credentials
 */

/**
 * Waits until the box sees the card in the reader, and lets it look again if the bridge was not found at
 * first. @param {Page} page
 */
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
 * Types the password and confirms; the card must be in the reader.
 * @param {Page} page @param {Credentials} person
 */
export async function confirm(page, person) {
  const box = page.locator('mhb-login-box');
  await seeCard(page);
  await box.locator('#password').fill(person.password);
  await box.locator('[part=submit]').click();
}

/**
 * On a page that asks for the password itself: the kiosk's or the gateway's own.
 * @param {Page} page @param {Credentials} person
 */
export async function logIn(page, person) {
  await confirm(page, person);
  await page.locator('mhb-login-box #log-out').waitFor();
}

/**
 * Opens the gateway's own page from the hospital's, in a new window. @param {Page} page @returns
 * {Promise<Page>}
 */
export async function openLogin(page) {
  const [own] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('mhb-login-box [part=submit]').click(),
  ]);
  await own.waitForURL('**/connect/authorize?**');
  return own;
}

/**
 * On the hospital's page: logs in on the gateway's page, and grants the hospital's page access.
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

/** Expands a table that is collapsed. @param {Page} page */
async function unfold(page) {
  const choosing = page.locator('mhb-request-table .choosing');
  await choosing.waitFor();
  if ((await choosing.getAttribute('open')) === null) await page.locator('mhb-request-table #choose').click();
}

/** Requests all data and waits until it is ready. @param {Page} page */
export async function request(page) {
  const table = page.locator('mhb-request-table');
  await unfold(page);
  // The result of an earlier request is on the page before this one exists.
  const press = await table.evaluateHandle((element) => ({
    created: new Promise((resolve) => {
      element.addEventListener('mhb-request-created', () => resolve(true), { once: true });
    }),
  }));
  await table.locator('#apply').click();
  await press.evaluate(({ created }) => created);
  await table.locator('.progress').waitFor({ state: 'hidden' });
}

/** Selects everything and passes it to the viewer. @param {Page} page */
export async function openInViewer(page) {
  const table = page.locator('mhb-request-table');
  await table.locator('#select-all').check();
  await table.locator('#open').click();
}

/** The field in which the viewer asks for an archive's password; not those for a new password. @param {Page} page */
export const archivePassword = (page) =>
  page.locator('mhb-passbook-viewer input[type=password]:not([autocomplete=new-password])');

/**
 * Enters the archive's password: the ID number with an upper-case letter. @param {Page} page @param {string}
 * password
 */
export async function unlock(page, password) {
  const field = archivePassword(page);
  await field.fill(password);
  await field.press('Enter');
}

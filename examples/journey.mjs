/**
 * The whole path as a person walks it in the hospital's page: card in → log in → request → download → unlock → read.
 * Used by `npm start -- --check` and by the journeys of the test suite.
 */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ nationalId: string, password: string }} Credentials
 */

/**
 * Types the password and confirms; the card must lie in the reader.
 * @param {Page} page @param {Credentials} person
 */
export async function logIn(page, person) {
  const box = page.locator('mhb-login-box');
  await box.locator('#password').fill(person.password);
  await box.locator('[part=submit]').click();
  await box.locator('#log-out').waitFor();
}

/** Asks for all data and waits until they are ready. @param {Page} page */
export async function request(page) {
  const table = page.locator('mhb-request-table');
  await table.locator('#apply').click();
  await table.locator('#select-all').waitFor();
  await table.locator('tr.available').first().waitFor();
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

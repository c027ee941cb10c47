import { loadBrowserKey, postSigned } from './browser-key.js';
import { arm, button, clicked, heading, paragraph, row, show, siteName } from './elements.js';
import { words } from './words.js';

/** Asks whether to add the site in an operator's link. */
export async function askForSite(link: string, place: HTMLElement): Promise<void> {
  const key = await loadBrowserKey();
  if (key === null) {
    show(place, heading(words.unknownBrowser), paragraph(words.unknownBrowserRemedy));
    return;
  }
  const response = await postSigned(key, { action: 'show-site', link });
  if (!response.ok) {
    show(place, heading(words.badLink), paragraph(words.badLinkRemedy));
    return;
  }
  const { origin } = (await response.json()) as { origin: string };
  const add = button(words.addSite, 'primary');
  const cancel = button(words.cancel, 'secondary');
  show(place, heading(words.addSiteTitle), siteName(origin), paragraph(words.addSiteWhat), row(cancel, add));
  void arm(add);
  const agreed = (await clicked(add, cancel)) === add;
  const done = agreed && (await postSigned(key, { action: 'add-site', link })).ok;
  show(place, heading(done ? words.addSiteDone : agreed ? words.badLink : words.addSiteNot));
}

import { loadBrowserKey, postSigned } from './browser-key.js';
import {
  arm,
  button,
  clicked,
  heading,
  paragraph,
  refusal,
  row,
  show,
  siteName,
  unpaired,
} from './elements.js';
import { words } from './words.js';

/** Asks the person whether to add the site that an operator's link names. */
export async function askForSite(link: string, place: HTMLElement): Promise<void> {
  const key = await loadBrowserKey();
  if (key === null) {
    show(place, ...unpaired());
    return;
  }
  const response = await postSigned(key, { action: 'show-site', link });
  if (!response.ok) {
    show(place, ...refusal(response, [words.badLink, words.badLinkRemedy]));
    return;
  }
  const { origin } = (await response.json()) as { origin: string };
  const add = button(words.addSite, 'primary');
  const cancel = button(words.cancel, 'secondary');
  show(place, heading(words.addSiteTitle), siteName(origin), paragraph(words.addSiteWhat), row(cancel, add));
  void arm(add);
  if ((await clicked(add, cancel)) === cancel) {
    show(place, heading(words.addSiteNot));
    return;
  }
  const done = await postSigned(key, { action: 'add-site', link });
  if (done.ok) show(place, heading(words.addSiteDone));
  else show(place, ...refusal(done, [words.badLink, words.badLinkRemedy]));
}

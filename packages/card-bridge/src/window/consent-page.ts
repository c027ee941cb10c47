/**
 * Entry point of the bridge's own window, which asks the person a question, registers this browser, or shows
 * the state of the bridge.
 */
import { registerBrowser } from './browser-key.js';
import { heading, paragraph } from './elements.js';
import { isKnown, showHome } from './home-view.js';
import { askPerson } from './question-view.js';
import { askForSite } from './site-view.js';
import { language, words } from './words.js';

const place = document.querySelector('main');
document.title = words.title;
document.documentElement.lang = language;
const ticket = location.hash.slice(1);
const parameters = new URLSearchParams(location.search);
const request = parameters.get('request');
const site = parameters.get('site');
// Remove the ticket from the address bar and the history.
history.replaceState(null, '', location.pathname);
// If the person opens a new link in the same tab, only the ticket in the fragment changes, so the browser
// does not reload the page by itself.
window.addEventListener('hashchange', () => {
  location.reload();
});

if (place !== null && request !== null) {
  await askPerson(request, place);
} else if (place !== null && site !== null) {
  await askForSite(site, place);
} else if (place !== null && ticket !== '' && !(await isKnown())) {
  const admitted = await registerBrowser(ticket);
  if (admitted) await showHome(place, words.admitted);
  else place.replaceChildren(heading(words.ticketOld), paragraph(words.ticketOldRemedy));
} else if (place !== null) {
  await showHome(place);
}

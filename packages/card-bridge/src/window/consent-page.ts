/** The bridge's own window: admits this browser, or asks the person one question. */
import { registerBrowser } from './browser-key.js';
import { askPerson, heading } from './question-view.js';
import { words } from './words.js';

const place = document.querySelector('main');
document.title = words.title;
document.documentElement.lang = navigator.language;
const ticket = location.hash.slice(1);
const request = new URLSearchParams(location.search).get('request');
// The ticket does not stay in the address, nor in the history.
history.replaceState(null, '', location.pathname);

if (place !== null && request !== null) {
  await askPerson(request, place);
} else if (place !== null && ticket !== '') {
  place.replaceChildren(heading((await registerBrowser(ticket)) ? words.admitted : words.ticketOld));
}

import type { WindowQuestion } from '../consent/window-desk.js';
import { loadBrowserKey, postSigned, type BrowserKey } from './browser-key.js';
import {
  arm,
  button,
  clicked,
  group,
  heading,
  paragraph,
  refusal,
  row,
  show,
  siteName,
  textElement,
  unpaired,
} from './elements.js';
import { words } from './words.js';

/**
 * Interval at which the window checks for a follow-up question, because a card can take several seconds to refuse
 * a PIN.
 */
const FOLLOW_POLL_MS = 500;
const FOLLOW_POLLS = 20;

/**
 * Shows one of the bridge's questions and sends the person's answer. Resolves when the question has been
 * answered.
 * @param notice describes what happened before; empty if this is the first question
 */
export async function askPerson(requestId: string, place: HTMLElement, notice = ''): Promise<void> {
  const key = await loadBrowserKey();
  if (key === null) {
    show(place, ...unpaired());
    return;
  }
  const response = await postSigned(key, { request: requestId, action: 'show' });
  if (!response.ok) {
    show(place, ...refusal(response, [words.gone, words.goneRemedy]));
    return;
  }
  const question = (await response.json()) as WindowQuestion;
  if (question.kind === 'pin') await askPin(key, requestId, question, place, notice);
  else await askConsent(key, requestId, question, place);
}

async function askConsent(key: BrowserKey, request: string, question: WindowQuestion, place: HTMLElement) {
  const allow = button(words.allow, 'primary');
  const deny = button(words.deny, 'secondary');
  show(
    place,
    heading(words.consentTitle),
    siteName(question.origin),
    paragraph(words.consentWhat),
    codeBlock(question.code),
    row(deny, allow),
  );
  void arm(allow);
  const chosen = await clicked(allow, deny);
  const done = await postSigned(key, { request, action: chosen === allow ? 'allow' : 'deny' });
  if (!done.ok) show(place, ...refusal(done, [words.gone, words.goneRemedy]));
  else if (chosen === deny) show(place, heading(words.denied));
  // A popup must stay open after the answer, because it passes the card's data to the page that opened it.
  else show(place, heading(window.opener === null ? words.allowed : words.allowedHere));
}

async function askPin(
  key: BrowserKey,
  request: string,
  question: WindowQuestion,
  place: HTMLElement,
  notice: string,
) {
  const pin = document.createElement('input');
  Object.assign(pin, {
    type: 'password',
    inputMode: 'numeric',
    autocomplete: 'off',
    maxLength: 8,
    id: 'pin',
  });
  const label = document.createElement('label');
  Object.assign(label, { htmlFor: 'pin', textContent: words.pin });
  const sign = button(words.sign, 'primary');
  const cancel = button(words.cancel, 'secondary');
  const left = question.retriesLeft;
  const form = document.createElement('form');
  form.append(label, pin, row(cancel, sign));
  show(
    place,
    heading(words.pinTitle),
    siteName(question.origin),
    codeBlock(question.code),
    ...(notice === '' ? [] : [paragraph(notice)]),
    ...(typeof left === 'number' ? [paragraph(words.retriesLeft(left))] : []),
    form,
  );
  pin.focus();
  void arm(sign);
  for (;;) {
    const chosen = await clicked(sign, cancel);
    // Do not send a PIN in the wrong format, because it would cost an attempt.
    if (chosen === sign && !/^\d{6,8}$/.test(pin.value)) {
      pin.setCustomValidity(words.pinForm);
      pin.reportValidity();
      pin.setCustomValidity('');
      continue;
    }
    const value = pin.value;
    pin.value = '';
    const done = await postSigned(
      key,
      chosen === sign ? { request, action: 'allow', pin: value } : { request, action: 'deny' },
    );
    if (!done.ok) show(place, ...refusal(done, [words.gone, words.goneRemedy]));
    else if (chosen !== sign) show(place, heading(words.denied));
    else {
      show(place, heading(words.signing), paragraph(words.signingKeep));
      const next = await followingQuestion(key, request);
      if (next !== null) await askPerson(next, place, words.pinWrong);
    }
    return;
  }
}

/**
 * Waits for a follow-up question. After a wrong PIN, the bridge asks again in this window, because browsers do not
 * let the page open another window without another click.
 */
async function followingQuestion(key: BrowserKey, request: string): Promise<string | null> {
  for (let count = 0; count < FOLLOW_POLLS; count++) {
    await new Promise((resolve) => setTimeout(resolve, FOLLOW_POLL_MS));
    const response = await postSigned(key, { request, action: 'follow' });
    if (!response.ok) return null;
    const { next } = (await response.json()) as { next: string | null };
    if (next !== null) return next;
  }
  return null;
}

function codeBlock(code: string): HTMLElement {
  const digits = textElement('output', '', `${code.slice(0, 3)} ${code.slice(3)}`);
  return group('div', 'code', paragraph(words.compare), digits);
}

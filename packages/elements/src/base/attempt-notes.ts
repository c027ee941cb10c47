import { html, type TemplateResult } from 'lit';
import type { MhbError } from '@mhb-kit/core/error';
import { attemptNotesWords } from './attempt-notes.strings.js';
import { builtInLocale } from './locale.js';
import type { Translations } from './translations.js';

export interface Failure {
  readonly error: MhbError | undefined;
  /** The number of seconds for which the gateway will refuse further attempts. */
  readonly lockedSeconds: number;
}

/**
 * Renders how long to wait and how many attempts are left, as far as the gateway or the card has reported this.
 */
export function attemptNotes(
  { error, lockedSeconds }: Failure,
  translations: Translations,
  tag: string,
): TemplateResult[] {
  const { lockedFor, attemptsLeft, pinTriesLeft } = {
    ...attemptNotesWords[builtInLocale(tag)],
    ...translations[tag]?.['attempt-notes'],
  };
  const { attemptsLeft: left, retriesLeft } = error?.details ?? {};
  const notes: string[] = [];
  if (lockedSeconds > 0) notes.push(lockedFor(duration(lockedSeconds, tag)));
  if (typeof left === 'number') notes.push(attemptsLeft(left));
  if (typeof retriesLeft === 'number') notes.push(pinTriesLeft(retriesLeft));
  return notes.map((note) => html`<strong>${note}</strong>`);
}

/** Formats a duration for people, such as `45 秒` or `2 分鐘`. */
function duration(seconds: number, tag: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(value),
  );
}

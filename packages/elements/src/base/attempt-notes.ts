import { html, type TemplateResult } from 'lit';
import type { MhbError } from '@mhb-kit/core/error';

export interface Failure {
  readonly error: MhbError | undefined;
  /** How long the gateway refuses further attempts. */
  readonly lockedSeconds: number;
}

/** Texts for the additional information about an error. */
export interface AttemptWords {
  readonly lockedFor: (time: string) => string;
  readonly attemptsLeft: (count: number) => string;
  /** Remaining attempts for the PIN of a card. */
  readonly pinTriesLeft?: (count: number) => string;
}

/** How long to wait, and how many attempts are left, if the gateway or the card has reported it. */
export function attemptNotes(
  { error, lockedSeconds }: Failure,
  { lockedFor, attemptsLeft, pinTriesLeft }: AttemptWords,
  tag: string,
): TemplateResult[] {
  const { attemptsLeft: left, retriesLeft } = error?.details ?? {};
  const notes: string[] = [];
  if (lockedSeconds > 0) notes.push(lockedFor(duration(lockedSeconds, tag)));
  if (typeof left === 'number') notes.push(attemptsLeft(left));
  if (typeof retriesLeft === 'number' && pinTriesLeft !== undefined) notes.push(pinTriesLeft(retriesLeft));
  return notes.map((note) => html`<strong>${note}</strong>`);
}

/** A duration in readable form: `45 秒`, `2 分鐘`. */
function duration(seconds: number, tag: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(value),
  );
}

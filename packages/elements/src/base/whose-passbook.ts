import type { Session, SessionRepresentation } from '@mhb-kit/core/gateway';
import type { TemplateResult } from 'lit';
import { calendarFor, formatDate } from './dates.js';
import { statement } from './notice.js';
import { whosePassbookEn, whosePassbookZh } from './whose-passbook.strings.js';

/** Tells a legal representative whose passbook is shown, and which topics are left out. */
export function whosePassbook(
  { person }: Session,
  { kind, endsOn, withheld }: SessionRepresentation,
  tag: string,
): TemplateResult {
  const words = tag.startsWith('zh') ? whosePassbookZh : whosePassbookEn;
  const { nationalId, name } = person;
  const day = formatDate(endsOn, calendarFor(undefined, tag));
  const left = withheld.map((topic) => words.topics[topic]).join(words.join);
  return statement(
    'warning',
    words.whose(`${name} ${nationalId ?? ''}`.trim()),
    [words.as[kind] + words.until(day), left === '' ? '' : words.withheld(left)].join(' '),
  );
}

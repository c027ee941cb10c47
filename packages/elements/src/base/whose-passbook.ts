import type { Session, SessionRepresentation } from '@mhb-kit/core/gateway';
import type { TemplateResult } from 'lit';
import { calendarFor, formatDate } from './dates.js';
import { statement } from './notice.js';
import { whosePassbookEn, whosePassbookZh } from './whose-passbook.strings.js';

/** States whose passbook is shown and what is never included, for a legal representative. */
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

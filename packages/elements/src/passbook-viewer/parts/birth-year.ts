import { waitsForAge, type LaboratorySeries } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../base/field.js';
import type { Shown } from './shown.js';

/**
 * The person's year of birth, which passbooks do not contain. On pages where results depend on age, the viewer
 * asks for it. Entering it is optional.
 */
export interface BirthYearQuestion {
  /** The year that the person has entered; `null` if there is none. */
  readonly year: number | null;
  /** Whether the person's last input was not a valid year of birth. */
  readonly wrong: boolean;
  readonly tell: (typed: string) => void;
  readonly forget: () => void;
}

/** Asks for the year of birth, or shows the year that the person has entered. */
export function birthYearQuestion(
  { year, wrong, tell, forget }: BirthYearQuestion,
  why: string,
  shown: Shown,
): TemplateResult {
  const { strings } = shown;
  if (year !== null)
    return html`<p class="birth-year quiet">
      ${strings.birthYearTold(shown.year(String(year)))}
      <button type="button" class="link" id="forget-birth-year" @click=${forget}>
        ${strings.birthYearForget}
      </button>
    </p>`;
  return html`<form
    class="birth-year"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      tell((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
    }}
  >
    <p>${why}</p>
    ${field(
      {
        name: 'birth-year',
        label: strings.birthYear,
        hint: strings.birthYearHint,
        inputMode: 'numeric',
        autocomplete: 'bday-year',
        maxLength: 12,
        error: wrong ? strings.birthYearWrong : undefined,
      },
      strings,
      html`<button type="submit">${strings.birthYearTell}</button>`,
    )}
  </form>`;
}

/** Renders the question above results whose ranges depend on age. */
export function resultsByAge(
  series: readonly LaboratorySeries[],
  question: BirthYearQuestion,
  shown: Shown,
): TemplateResult | typeof nothing {
  const count = series.filter(waitsForAge).length;
  if (count === 0 && question.year === null) return nothing;
  return birthYearQuestion(question, shown.strings.birthYearForResults(count), shown);
}

import type { CardReading, RegistrationApplication } from '@mhb-kit/core/gateway';
import { formatRoc, type LocalDate } from '@mhb-kit/core/identity';
import { html, type LitElement, type TemplateResult } from 'lit';
import { LocaleController, type StringTables } from '../base/locale.js';
import type { Values } from '../base/form-controller.js';
import { notice } from '../base/notice.js';
import { addedWords, type Translations } from '../base/translations.js';
import { applicationReviewZh, type ApplicationReviewStrings } from './application-review.strings.js';

const tables: StringTables<ApplicationReviewStrings> = {
  'zh-Hant': applicationReviewZh,
  en: async () => (await import('./application-review.strings.en.js')).applicationReviewEn,
};

/** The names of the form's fields. */
export type RegistrationField =
  | 'nationalId'
  | 'personName'
  | 'householdNumber'
  | 'registeredAddress'
  | 'birthDate'
  | 'newPassword'
  | 'repeatedPassword'
  | 'telephone'
  | 'mobile'
  | 'email'
  | 'alternateEmail';

/**
 * Renders the step after the form of `<mhb-registration>`, which shows what will be sent and what happens next.
 */
export class ApplicationReview {
  readonly #locale: LocaleController<ApplicationReviewStrings>;

  constructor(element: LitElement, translations: () => Translations) {
    this.#locale = new LocaleController(element, tables, () => addedWords(translations(), 'registration'));
  }

  /** Resolves once the strings of the current language are loaded. */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  get strings(): ApplicationReviewStrings {
    return this.#locale.strings;
  }

  /**
   * @param shown labels, each with the value that the person typed; the date of birth is shown in both calendars
   */
  check(shown: readonly (readonly [string, string])[], birthDate: string): TemplateResult {
    const { strings } = this;
    const inWords = (value: string): string => {
      if (value === '') return strings.none;
      return value === birthDate ? strings.birthDateShown(formatRoc(value as LocalDate), value) : value;
    };
    return html`<h3 tabindex="-1">${strings.reviewHeading}</h3>
      <dl>
        ${shown.map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${inWords(value)}</dd>`,
        )}
        <dt>${strings.passwordLabel}</dt>
        <dd>${strings.passwordHidden}</dd>
      </dl>`;
  }

  /** What is sent. */
  application(
    values: Values<RegistrationField>,
    card: CardReading,
    clientId: string,
  ): RegistrationApplication {
    const { personName, birthDate, householdNumber, registeredAddress, newPassword, mobile, email } = values;
    return {
      card,
      name: personName,
      householdNumber,
      registeredAddress,
      birthDate,
      password: newPassword,
      telephone: orNull(values.telephone),
      mobile,
      email,
      alternateEmail: orNull(values.alternateEmail),
      clientId,
    };
  }

  sent(to: string, said: TemplateResult, ways: TemplateResult): TemplateResult {
    const { strings } = this;
    return html`<div class="step">
      ${notice(
        'success',
        html`<h3 tabindex="-1">${strings.sentHeading}</h3>
          <span>${strings.sent(to)}</span>`,
      )}
      <ol class="next">
        ${strings.next.map((each) => html`<li>${each}</li>`)}
      </ol>
      ${said}
      <div class="actions">${ways}</div>
    </div>`;
  }
}

const orNull = (value: string): string | null => (value === '' ? null : value);

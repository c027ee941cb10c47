import { html, type TemplateResult } from 'lit';
import type { Problem } from '../self-service/rules.js';
import type { Field } from '../base/field.js';
import type { FormController } from '../base/form-controller.js';
import type { FieldName, RecoveryHost } from './recovery-host.js';
import type { RecoveryStepsStrings } from './recovery-steps.strings.js';

/** The fields of the forms of `<mhb-account-recovery>`, all of which are required. */
export class RecoveryFields {
  readonly #host: Pick<RecoveryHost, 'renderField'>;
  readonly #form: FormController<FieldName, Problem>;
  readonly #strings: () => RecoveryStepsStrings;

  constructor(
    host: Pick<RecoveryHost, 'renderField'>,
    form: FormController<FieldName, Problem>,
    strings: () => RecoveryStepsStrings,
  ) {
    this.#host = host;
    this.#form = form;
    this.#strings = strings;
  }

  one(
    name: FieldName,
    label: string,
    hint: string | undefined,
    maxLength: number,
    more: Pick<Field, 'type' | 'autocomplete' | 'inputMode'> = {},
  ): TemplateResult {
    return this.#host.renderField(this.#form, {
      name,
      label,
      maxLength,
      required: true,
      ...(hint === undefined ? {} : { hint }),
      ...more,
    });
  }

  password(): TemplateResult {
    return this.one('password', this.#strings().password, undefined, 64, {
      type: 'password',
      autocomplete: 'current-password',
    });
  }

  /**
   * Renders the fields for the password, household number and date of birth, which are checked against the account
   * and the register.
   */
  proof(): TemplateResult {
    const strings = this.#strings();
    return html`${this.password()}
    ${this.one('householdNumber', strings.householdNumber, strings.householdNumberHint, 20)}
    ${this.one('birthDate', strings.birthDate, strings.birthDateHint, 20, { autocomplete: 'bday' })}`;
  }
}

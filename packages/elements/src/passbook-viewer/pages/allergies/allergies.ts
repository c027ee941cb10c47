import {
  allergyIntolerances,
  type AllergiesNow,
  type Allergy,
  type AllergyConflict,
  type AllergyStatement,
  listAllergiesNow,
  type PassbookLists,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../../base/icons.js';
import { day, named, pair, rawButton, type Shown } from '../../parts/shown.js';
import { explainButton, word, wordList } from '../../parts/term.js';
import type { ViewerData } from '../../data/viewer-data.js';
import { page, uncounted } from '../page.js';
import { allergiesStyles } from './allergies.styles.js';
import { allergiesWords, type AllergiesWords } from './allergies.strings.js';

export function allergies(
  { allergies: list, statements, conflicts }: AllergiesNow,
  shown: Shown<AllergiesWords>,
): TemplateResult {
  const { strings } = shown;
  return html`${conflictWarnings(conflicts, shown)}
  ${conflicts.length === 0 ? nothing : html`<p>${strings.conflictToDo}</p>`}
  ${
    list.length === 0
      ? html`<p class="empty">${statements.length === 0 ? strings.allergyNone : strings.allergyNoItem}</p>`
      : html`<div class="cards">${list.map((allergy) => allergyCard(allergy, shown))}</div>`
  }
  ${statements.length === 0 ? nothing : statementList(statements, shown)}`;
}

/** Warns of drugs in use to which the person might be allergic, according to the records. */
export const conflictWarnings = (
  conflicts: readonly AllergyConflict[],
  shown: Shown<AllergiesWords>,
): TemplateResult | typeof nothing =>
  conflicts.length === 0
    ? nothing
    : html`<ul class="lines">
        ${conflicts.map(
          ({ medication, allergy, kind, subject }) =>
            html`<li>
              <span class="grow"
                ><strong>${icons.alert()} ${named(medication, 'drug', shown)}</strong>
                <span class="warn"
                  >${
                    kind === 'ingredient'
                      ? shown.strings.conflictIngredient(allergy.substance ?? '—')
                      : shown.strings.conflictGroup(allergy.substance ?? '—', shown.label(subject))
                  }</span
                ></span
              >
            </li>`,
        )}
      </ul>`;

function allergyCard(allergy: Allergy, shown: Shown<AllergiesWords>): TemplateResult {
  const { strings } = shown;
  const { substance, severity, manifestations, note, organization, recordedOn, records } = allergy;
  const [newest] = records;
  const symptoms = manifestations.length === 0 ? (note === null ? [] : [note]) : manifestations;
  return html`<article class="card allergy">
    <div class="title">
      <strong>${icons.alert()} ${substance ?? '—'}</strong>
      ${severity === null ? nothing : html`<span><span class="badge danger">${word(severity, shown)}</span>${explainButton({ kind: 'field', code: allergyIntolerances.keys.severity, name: shown.strings.severity }, shown)}</span>`}
    </div>
    <dl class="pairs">
      ${symptoms.length === 0 ? nothing : pair(strings.symptoms, wordList(symptoms, shown))}
      ${organization.name === null ? nothing : pair(strings.facility, organization.name)}
      ${recordedOn === null ? nothing : pair(strings.recordedOn, day(recordedOn, shown))}
      ${records.length === 1 ? nothing : pair(strings.uploads, strings.times(records.length))}
    </dl>
    ${newest === undefined ? nothing : rawButton(newest, shown)}
  </article>`;
}

/**
 * Lists statements that the person has no allergy, or that nothing is known, with the facility that recorded each
 * statement.
 */
const statementList = (
  statements: readonly AllergyStatement[],
  shown: Shown<AllergiesWords>,
): TemplateResult =>
  html`<ul class="lines">
    ${statements.map(({ kind, text, organization, recordedOn, records: [newest] }) => {
      const { strings } = shown;
      return html`<li>
        <span class="grow"
          >${kind === 'none' ? strings.statesNoAllergy : strings.statesNothing}
          <small>${organization.name} ${day(recordedOn, shown)} 「${text}」</small></span
        >
        ${newest === undefined ? nothing : rawButton(newest, shown)}
      </li>`;
    })}
  </ul>`;

/** Returns the current allergies, which are computed once for all pages that show them. */
export const allergiesNow = (data: ViewerData, { medications }: PassbookLists): AllergiesNow =>
  data.once('allergies', () => listAllergiesNow(data.passbook, medications));

export const allergiesPage = page({
  id: 'allergies',
  words: allergiesWords,
  styles: allergiesStyles,
  count: uncounted,
  load: (data) => data.lists && allergiesNow(data, data.lists),
  render: (now, _context, shown) => allergies(now, shown),
});

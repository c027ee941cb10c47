import type { RecordRow } from '@mhb-kit/core/fulfilment';
import { advanceDirectives, allergyIntolerances, immunizations } from '@mhb-kit/core/passbook';
import { codeOf, labelOf, toJ2Date, wordsOf } from './concepts.js';
import type { RecordSet } from './record-set.js';
import type { AllergyIntolerance, CodeableConcept } from './resources.js';
import { filled } from './rows.js';

/** Converts allergies, advance directives and vaccinations to rows of the passbook. */

/** The severities, from mild to severe. */
const severities = ['mild', 'moderate', 'severe'] as const;
const severityWords = { mild: '輕度', moderate: '中度', severe: '重度' } as const;

export function allergies(records: RecordSet): readonly RecordRow[] {
  return records.map('AllergyIntolerance', (allergy) => {
    const { code, recordedDate, recorder, asserter, reaction = [], note = [] } = allergy;
    const substances = [...new Set(reaction.map(({ substance }) => labelOf(substance)))].filter(Boolean);
    const substance = labelOf(code) || substances.join('、');
    if (substance === '') {
      records.leaveOut(allergy, 'unreadable');
      return [];
    }
    const manifestations = reaction.flatMap(({ manifestation = [] }) => manifestation.map(labelOf));
    const others = [
      ...(allergy.criticality === 'high' ? ['危險性高'] : []),
      ...reaction.map(({ description = '' }) => description),
      ...note.map(({ text = '' }) => text),
    ];
    return [
      filled({
        [allergyIntolerances.keys.recordedOn]: toJ2Date(recordedDate) || onsetOf(allergy),
        [allergyIntolerances.keys.substance]: substance,
        [allergyIntolerances.keys.recorder]: (recorder ?? asserter)?.display ?? '',
        [allergyIntolerances.keys.severity]: worstOf(reaction.map(({ severity }) => severity)),
        [allergyIntolerances.keys.manifestation]: joined(manifestations),
        [allergyIntolerances.keys.note]: joined(others),
      }),
    ];
  });
}

/** Returns `onset[x]` if it is a date. */
const onsetOf = ({ onsetDateTime, onsetPeriod, onsetString }: AllergyIntolerance): string =>
  toJ2Date(onsetDateTime ?? onsetPeriod?.start ?? onsetString);

const joined = (words: readonly string[]): string =>
  [...new Set(words.filter((word) => word !== ''))].join('、');

function worstOf(said: readonly (string | undefined)[]): string {
  const worst = severities.findLast((severity) => said.includes(severity));
  return worst === undefined ? '' : severityWords[worst];
}

/** Converts advance directives, that is, consents with the scope `adr` (consentscope). */
export function directives(records: RecordSet): readonly RecordRow[] {
  return records.map('Consent', (consent) => {
    const { scope, category, dateTime } = consent;
    if (codeOf(scope, 'consentscope') !== 'adr') {
      records.leaveOut(consent, 'no-place');
      return [];
    }
    const will = category?.find((each) => wordsOf(each) !== '') ?? category?.[0];
    if (labelOf(will) === '') {
      records.leaveOut(consent, 'unreadable');
      return [];
    }
    return [
      filled({
        [advanceDirectives.keys.recordedOn]: toJ2Date(dateTime),
        [advanceDirectives.keys.code]: noteCodeOf(will),
        [advanceDirectives.keys.text]: labelOf(will),
      }),
    ];
  });
}

function noteCodeOf(will: CodeableConcept | undefined): string {
  const coded = codeOf(will);
  return coded.includes('=') ? (coded.split('=')[1] ?? '') : '';
}

export function vaccinations(records: RecordSet): readonly RecordRow[] {
  return records.map('Immunization', (immunization) => {
    const { vaccineCode, occurrenceDateTime, occurrenceString, lotNumber, performer, location } =
      immunization;
    const vaccine = labelOf(vaccineCode);
    if (vaccine === '') {
      records.leaveOut(immunization, 'unreadable');
      return [];
    }
    return [
      filled({
        [immunizations.keys.occurredOn]: toJ2Date(occurrenceDateTime ?? occurrenceString),
        [immunizations.keys.vaccine]: `${vaccine}${lotNumber ? `(批號${lotNumber})` : ''}`,
        [immunizations.keys.performer]:
          records.facility(
            (performer ?? []).map(({ actor }) => actor),
            immunization,
          ).name ||
          (location?.display ?? ''),
      }),
    ];
  });
}

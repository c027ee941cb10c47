import type { Passbook } from '../model/model.js';
import { cancerScreenings } from '../sections/index.js';
import { outcomeOf } from '../views/screening-outcome.js';
import type { ResourceCollector } from './collector.js';
import { absent, category, kindByDate, notPerformed } from './measured.js';
import { dateElement, fhirText, type JsonObject } from './resource.js';

/** Adds one observation for each result of a cancer screening. */
export function addScreenings(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const { wording } = resources;
  return passbook.sections[cancerScreenings.key].flatMap((screening) => {
    const none = { occurredOn: null, performer: null, result: null, advice: null };
    const results = screening.results.length === 0 ? [none] : screening.results;
    const name = [screening.category, screening.examination].filter((part) => part !== null);
    return results.map((result, index) => {
      const performer = resources.namedOrganization(result.performer);
      const outcome = outcomeOf(result.result);
      return resources.add(
        'Observation',
        `${resources.recordId(screening)}#${index + 1}`,
        {
          identifier: [
            ...resources.identifiers([screening]),
            ...resources.identifiers([screening], String(index + 1)),
          ],
          status: 'final',
          category: category('exam'),
          code: wording.textConcept(
            name.map((part) => wording.words(part)).join(wording.language === 'en' ? ': ' : '：'),
          ),
          subject: resources.patient,
          ...dateElement('effectiveDateTime', result.occurredOn),
          performer: performer === undefined ? [] : [performer],
          ...(result.result === null
            ? { dataAbsentReason: absent('unknown', wording) }
            : outcome === 'not-done'
              ? notPerformed(wording)
              : {
                  valueCodeableConcept: wording.local(cancerScreenings.keys.results.result, {
                    code: null,
                    display: result.result,
                  }),
                }),
          note: [
            ...(outcome === 'not-done' && result.result !== null ? [{ text: fhirText(result.result) }] : []),
            ...(result.advice === null ? [] : [{ text: fhirText(result.advice) }]),
          ],
        },
        kindByDate('exam', result.occurredOn),
      );
    });
  });
}

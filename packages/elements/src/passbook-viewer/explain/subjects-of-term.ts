import { sectionOf, type AnalyteId, type Field } from '@mhb-kit/core/passbook';
import type { OfficialDrugs, Subject, SubjectOf } from '@mhb-kit/knowledge';
import { hasTerm } from '@mhb-kit/knowledge/terms';
import type { Term } from '../parts/term.js';

/**
 * The formats of order codes in Chinese medicine. Drugs have a letter and six digits; fees and treatments have a
 * letter and two digits.
 */
const chineseMedicine = /^[A-Z]\d{6}$/;
const chineseTreatment = /^[A-F]\d{2}$/;

/**
 * Returns the subjects under which to look up a term. The list is empty if the passbook does not identify the
 * term.
 */
export function subjectsOfTerm(
  { kind, code, name, product, on = null }: Term,
  officialDrugs: OfficialDrugs | undefined,
): readonly Subject[] {
  const official = code !== null && Object.hasOwn(officialDrugs?.drugs ?? {}, code);
  const drug: readonly Subject[] = [
    ...(product?.ingredients ?? []).map(({ id, group }) => ({ kind: 'drug', id, group: group.id }) as const),
    ...(official ? [{ kind: 'product', code } as const] : []),
  ];
  if (drug.length > 0) return drug;
  if (kind === 'vaccine' || kind === 'screening') return [{ kind, name: code ?? name }];
  if (code === null) return [];
  if (kind === 'order' && chineseTreatment.test(code)) return [{ kind: 'chinese-medicine-treatment', code }];
  if (chineseMedicine.test(code)) return [{ kind: 'chinese-medicine', name }];
  switch (kind) {
    case 'test':
      // A test's code is the ID of an analyte in the table of the core package.
      return [{ kind: 'analyte', id: code as AnalyteId }];
    case 'drug':
      return [];
    case 'order':
      // A code belongs to only one of these two kinds. Looking it up as the other kind finds nothing.
      return [
        { kind, code },
        { kind: 'dental-procedure', code },
      ];
    case 'tooth':
      return [{ kind, code }];
    case 'diagnosis':
      return [{ kind, code, on }];
    case 'programme':
      return [{ kind, id: code as SubjectOf<'programme'>['id'] }];
    case 'field':
      return subjectsOfField(code);
    case 'word':
      return [];
  }
}

/** Returns the analyte that a field contains or, if it contains none, the glossary term for the field. */
function subjectsOfField(key: string): readonly Subject[] {
  const analyte = fieldOf(key)?.analyte;
  if (analyte !== undefined) return [{ kind: 'analyte', id: analyte as AnalyteId }];
  return hasTerm(key) ? [{ kind: 'term', field: key }] : [];
}

function fieldOf(key: string): Field | undefined {
  const [list = ''] = key.split('.');
  const section = sectionOf(list.replace(/_1$/, ''));
  return [...(section?.fields ?? []), ...(section?.nested?.fields ?? [])].find((field) => field.key === key);
}

import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { Subject } from '@mhb-kit/knowledge';
import type { Term } from '../parts/term.js';

/** Of an order of Chinese medicine: a letter and six digits. */
const chineseMedicine = /^[A-Z]\d{6}$/;

/** What a term is to be looked up as; nothing where the passbook tells too little. */
export function subjectsOfTerm({ kind, code, name, product, on = null }: Term): readonly Subject[] {
  if (product !== undefined && product.ingredients.length > 0)
    return product.ingredients.map(({ id, group }) => ({ kind: 'drug', id, group: group.id }));
  if (code === null) return [];
  if (chineseMedicine.test(code)) return [{ kind: 'chinese-medicine', name }];
  switch (kind) {
    case 'test':
      // The code of a test is the id of core's table.
      return [{ kind: 'analyte', id: code as AnalyteId }];
    case 'drug':
      return [];
    case 'order':
      // A code is of one of the two, and the other look-up finds nothing.
      return [
        { kind, code },
        { kind: 'dental-procedure', code },
      ];
    case 'tooth':
      return [{ kind, code }];
    case 'diagnosis':
      return [{ kind, code, on }];
  }
}

import { findAnalyte } from './analytes/index.js';
import { findFormula, findTreatment } from './chinese-medicine/index.js';
import { findProcedure, findTooth } from './dental/index.js';
import { findDiagnosis } from './diagnoses/index.js';
import { findDrug } from './drugs/index.js';
import type { Entry, Language } from './entry/entry.js';
import type { Finder } from './entry/finder.js';
import { findProduct } from './official-drugs/index.js';
import { findOrder } from './orders/index.js';
import type { LoadPiece, Pieces } from './pieces.js';
import { findProgramme, findScreening } from './prevention/index.js';
import type { Subject, SubjectKind } from './entry/subject.js';
import { findTerm } from './terms/index.js';
import { findVaccine } from './vaccines/index.js';

const finders: { readonly [K in SubjectKind]: Finder<K, Pieces> } = {
  analyte: findAnalyte,
  drug: findDrug,
  'chinese-medicine': findFormula,
  'chinese-medicine-treatment': findTreatment,
  vaccine: findVaccine,
  'dental-procedure': findProcedure,
  tooth: findTooth,
  screening: findScreening,
  programme: findProgramme,
  term: findTerm,
  diagnosis: findDiagnosis,
  order: findOrder,
  product: findProduct,
};

// Finds the entry of a subject. The compiler cannot match a subject with the finder for its kind, so a cast is
// needed; the type of the table above checks each finder.
export const find = (subject: Subject, load: LoadPiece, language: Language): Promise<Entry | null> =>
  (finders[subject.kind] as Finder<SubjectKind, Pieces>)(subject, load, language);

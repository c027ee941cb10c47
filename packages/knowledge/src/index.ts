export { advice, type AdviceId } from './entry/advice.js';
export { categoryOf, type Category } from './categories.js';
export { describe, type DescribeOptions, type Explanation } from './describe.js';
export type { Entry, Language, OwnAdvice } from './entry/entry.js';
export { explain, subjectsOf, type Explainable, type ExplainOptions } from './explain.js';
export {
  officialDatasetOf,
  OfficialDrugsBuilder,
  type OfficialDataset,
  type OfficialDatasetId,
  type OfficialDrug,
  type OfficialDrugs,
  type OfficialRow,
} from './official-drugs/index.js';
export { fhirTerms } from './fhir-terms.js';
export { goalOf, type Goal } from './goals.js';
export { loadIn, pieces, type LoadPiece, type PieceId, type Pieces } from './pieces.js';
export { sources, type Source, type SourceId } from './entry/sources.js';
export type { Subject, SubjectKind, SubjectOf } from './entry/subject.js';
export { englishWord } from './english-word.js';

export { belonging, type Belonging, type Candidate, type Contradiction } from './belonging.js';
export { evidenceOf, type Evidence, type EvidenceSources } from './evidence.js';
export { compare, recordsOnlyIn, spanOf, type Comparison } from './compare.js';
export {
  contentsOf,
  downloadsOf,
  emptyFamily,
  memberOf,
  movedTo,
  renamed,
  withDownload,
  withoutDownload,
  type Family,
  type FamilyChange,
  type FamilyDownload,
  type FamilyFile,
  type FamilyMember,
} from './family.js';
export { listGaps } from './gaps.js';

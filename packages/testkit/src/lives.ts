export * from './lives/facts.js';
export { allHabits, habits, type Habit } from './lives/habits.js';
export { makeLife, type LifeOptions } from './lives/make-life.js';
export { drugsOn, duplicatesOn, type DrugTruth, type DuplicateTruth } from './lives/oracle/drugs.js';
export { maskedId, renderPassbook, shownBy, type Rendering } from './lives/render/passbook.js';
export { renderHospitalFhir, type HospitalRecord, type Resource } from './lives/render/hospital-fhir.js';
export { hospitalRendering, toldByHospital } from './lives/render/hospital-rows.js';
export { Random } from './lives/random.js';
export type {
  AbnormalAnswer,
  Answers,
  CheckupAnswer,
  DrugAnswer,
  PointAnswer,
  ScreeningAnswer,
} from './lives/score/answers.js';
export {
  glanceCells,
  goals,
  meets,
  precisionOf,
  recallOf,
  Tally,
  type Cell,
  type Count,
  type Goal,
} from './lives/score/cells.js';
export type { GlanceAnswer } from './lives/score/glance-answer.js';
export { scoreGlance } from './lives/score/glance.js';
export { idealGlance } from './lives/score/ideal-glance.js';
export { idealAnswers } from './lives/score/ideal.js';
export { score } from './lives/score/index.js';

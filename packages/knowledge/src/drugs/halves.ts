import type { DrugTexts } from './drug-group.js';

export interface DrugPieces {
  readonly 'drugs-heart-and-metabolism': DrugTexts;
  readonly 'drugs-digestion-to-skin': DrugTexts;
}

/** The groups whose texts are in the first half. The texts of all other groups are in the second half. */
export const firstHalf: readonly string[] = `
  statins cholesterol-absorption fibrates bile-acid-binders other-lipid-drugs pcsk9-inhibitors
  ace-inhibitors angiotensin-receptor-blockers renin-inhibitors neprilysin-inhibitors dihydropyridines
  other-calcium-blockers beta-blockers antiarrhythmics thiazides loop-diuretics
  aldosterone-antagonists potassium-sparing vasopressin-antagonists alpha-blockers
  central-antihypertensives vasodilators nitrates short-acting-nitrates antianginals
  cardiac-glycosides hypotension-drugs peripheral-vasodilators antiplatelets oral-anticoagulants
  heparins antifibrinolytics biguanides sulfonylureas glinides glucosidase-inhibitors glitazones
  dpp4-inhibitors sglt2-inhibitors glp1-agonists insulins thyroid-hormones antithyroid-drugs
  corticosteroids mineralocorticoids antidiuretics prolactin-inhibitors oestrogens progestogens
  fertility-drugs androgens urate-lowering uricosurics gout-attack-drugs osteoporosis-drugs
  bisphosphonates parathyroid-drugs vitamin-d calcium phosphate-binders potassium-binders potassium
  antacids iron folic-acid vitamin-b12 vitamin-b vitamin-c vitamin-e epoetins anaemia-tablets
  weight-drugs
`
  .trim()
  .split(/\s+/);

/** Returns both halves, starting with the half that contains the group. */
export const halvesFor = (group: string | null): readonly (keyof DrugPieces)[] =>
  group !== null && firstHalf.includes(group)
    ? ['drugs-heart-and-metabolism', 'drugs-digestion-to-skin']
    : ['drugs-digestion-to-skin', 'drugs-heart-and-metabolism'];

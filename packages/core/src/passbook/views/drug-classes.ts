import type { DrugIngredient } from '../model/model.js';
import type { Label } from '../record/record.js';

/**
 * Groups of drugs that should hardly ever be taken at the same time, even if one physician prescribed them all.
 * The list is short on purpose, because people ignore warnings that are often false.
 */

export interface DrugClass {
  readonly id: string;
  readonly label: Label;
  /** The ids of the ingredient groups that belong to the class. */
  readonly groups: readonly string[];
  /** The publication on which the rule is based. */
  readonly source: string;
}

const STOPP =
  'O’Mahony D et al., STOPP/START criteria version 2, Age and Ageing 2015;44:213–218, criterion A3 (duplicate drug class)';

export const drugClasses: readonly DrugClass[] = [
  {
    id: 'statins',
    label: { 'zh-Hant': '史他汀類降膽固醇藥', en: 'statins' },
    groups: ['statins'],
    source: STOPP,
  },
  {
    id: 'oral-nsaids',
    label: { 'zh-Hant': '口服消炎止痛藥（NSAID）', en: 'anti-inflammatory pain drugs by mouth (NSAIDs)' },
    groups: ['nsaids', 'coxibs'],
    source: STOPP,
  },
  {
    id: 'proton-pump-inhibitors',
    label: { 'zh-Hant': '胃酸抑制劑（PPI）', en: 'proton pump inhibitors' },
    groups: ['proton-pump-inhibitors'],
    source: STOPP,
  },
  {
    id: 'sedatives',
    label: { 'zh-Hant': '鎮靜安眠藥（苯二氮平類、Z 藥物）', en: 'benzodiazepines and Z-drugs' },
    groups: ['benzodiazepines', 'z-drugs'],
    source:
      'Taiwan Food and Drug Administration, guideline on the clinical use of benzodiazepines and Z-drugs for sedation and sleep (苯二氮平類及 Z 藥物使用於鎮靜安眠之臨床使用規範): two at once are to be avoided',
  },
  {
    id: 'renin-angiotensin',
    label: { 'zh-Hant': 'ACE 抑制劑與 ARB', en: 'ACE inhibitors and ARBs' },
    groups: ['ace-inhibitors', 'angiotensin-receptor-blockers', 'renin-inhibitors'],
    source:
      'European Medicines Agency, EMA/294911/2014: combined use of medicines affecting the renin-angiotensin system to be restricted',
  },
  {
    id: 'sulfonylureas',
    label: { 'zh-Hant': '磺醯尿素類降血糖藥', en: 'sulfonylureas' },
    groups: ['sulfonylureas'],
    source: STOPP,
  },
];

const byGroup = new Map<string, readonly string[]>();
for (const { id, groups } of drugClasses)
  for (const group of groups) byGroup.set(group, [...(byGroup.get(group) ?? []), id]);

/** Returns the ids of the classes to which an ingredient belongs. */
export const classesOf = ({ group }: DrugIngredient): readonly string[] => byGroup.get(group.id) ?? [];

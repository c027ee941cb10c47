import { isDrugCode } from './orders.js';
import type { DrugRoute } from './record.js';

/**
 * Words for dosage forms in the names of the NHI's drug items, after folding (NFKC, uppercase). The first match
 * decides, so more specific words come first. For example, 眼用軟膏 (eye ointment) is for the eye.
 */
const forms: readonly (readonly [RegExp, DrugRoute])[] = [
  [/點眼|眼用|眼藥|眼液|眼膏|眼滴|OPHTHALMIC|EYE ?(?:DROP|OINT|GEL)/, 'eye'],
  [/點耳|耳用|耳滴|OTIC|EAR ?DROP/, 'ear'],
  [/鼻用|鼻噴|噴鼻|鼻腔|NASAL/, 'nasal'],
  [
    /吸入|定量噴霧|乾粉|INHAL|NEBULI[SZ]|ACCUHALER|TURBUHALER|RESPIMAT|EVOHALER|ELLIPTA|BREEZHALER/,
    'inhaled',
  ],
  [/陰道|VAGINAL/, 'vaginal'],
  [/栓劑|肛門|直腸|灌腸|SUPPOSITOR|ENEMA|RECTAL/, 'rectal'],
  [/漱口|口內膏|口腔(?!崩|溶)|GARGLE|MOUTH ?WASH/, 'mouth'],
  [
    /注射|輸注|靜脈|皮下|針劑|INJECT|\bINJ\b|INFUSION|\bAMP(?:OULE)?S?\b|\bVIALS?\b|PREFILLED|\bPEN\b/,
    'injection',
  ],
  [
    /軟膏|乳膏|乳霜|乳膠|凝膠|藥膏|貼片|貼布|穿皮|外用|洗劑|擦劑|搽劑|噴液|CREAM|OINTMENT|GEL\b|PATCH|LOTION|TOPICAL|SHAMPOO/,
    'skin',
  ],
  [
    /錠|膠囊|顆粒|糖漿|內服|口服|懸液|散劑|粉劑|TABLET|\bTABS?\b|CAPSULE|\bCAPS?\b|SYRUP|GRANULE|ORAL|SUSPENSION|\bPOWDER\b|\bF\.?C\.?T/,
    'oral',
  ],
];

/**
 * The eighth character of an NHI drug code states the form: oral, injection, ointment, drops and other fluids,
 * or suppository.
 */
const routesOfCode: Readonly<Record<string, DrugRoute>> = {
  '1': 'oral',
  '2': 'injection',
  '3': 'skin',
  '4': 'eye',
  '5': 'rectal',
};
const FORM_AT = 7;

/** Folds a name: half width and uppercase. */
export const foldWidthAndCase = (name: string): string => name.normalize('NFKC').toUpperCase();

/** Returns the route of a drug; `null` if neither its name nor its code shows the route. */
export const routeOf = (code: string | null, display: string | null): DrugRoute | null =>
  routeOfFolded(code, foldWidthAndCase(display ?? ''));

/** Like `routeOf`, for a name that is already folded. */
export function routeOfFolded(code: string | null, name: string): DrugRoute | null {
  for (const form of forms) if (form[0].test(name)) return form[1];
  return code !== null && isDrugCode(code) ? (routesOfCode[code.charAt(FORM_AT)] ?? null) : null;
}

import type { Facility } from '../passbook-rows/rows.js';

/** Creates an invented place. None of these codes and names is in use. */
const facility = (division: string, divisionName: string, code: string, name: string): Facility => ({
  division,
  divisionName,
  code,
  name,
});

export const hospital = facility('1', '臺北業務組', '1101990017', '明德綜合醫院');
export const medicalCentre = facility('3', '中區業務組', '0617990029', '中州醫學中心附設醫院');
export const clinic = facility('1', '臺北業務組', '3501990131', '安禾內兒科診所');
export const pharmacy = facility('1', '臺北業務組', '5901990248', '青禾健保藥局');
export const dentist = facility('1', '臺北業務組', '3701990462', '白橡牙醫診所');
export const chineseMedicineClinic = facility('1', '臺北業務組', '3801990579', '松齡中醫診所');
export const healthCentre = '臺北市青雲區健康服務中心';

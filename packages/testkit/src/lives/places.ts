import type { Facility } from '../passbook-rows/rows.js';

/** An invented place. None of the codes and names of these places is in use. */
export interface Place extends Facility {
  readonly kind: 'hospital' | 'clinic' | 'pharmacy' | 'dentist' | 'chinese-medicine';
  /** The name that the place has after it is renamed. */
  readonly laterName: string;
  /** The name written with the variant character 台. */
  readonly variantName: string;
}

const place = (kind: Place['kind'], code: string, name: string, laterName: string): Place => ({
  kind,
  division: '1',
  divisionName: '臺北業務組',
  code,
  name,
  laterName,
  variantName: name.replace('臺', '台'),
});

export const hospitals: readonly Place[] = [
  place('hospital', '0101980011', '臺北青雲綜合醫院', '臺北青雲醫療財團法人青雲綜合醫院'),
  place('hospital', '1101980028', '臺灣中州醫學中心附設醫院', '臺灣中州大學附設醫院'),
];
export const clinics: readonly Place[] = [
  place('clinic', '3501980134', '臺安內兒科診所', '臺安家庭醫學科診所'),
  place('clinic', '3501980241', '春和內科診所', '春和心臟內科診所'),
];
export const pharmacies: readonly Place[] = [
  place('pharmacy', '5901980352', '臺青健保藥局', '臺青大藥局'),
  place('pharmacy', '5901980469', '禾田藥局', '禾田健保藥局'),
];
export const dentist = place('dentist', '3701980571', '白橡牙醫診所', '白橡口腔診所');
export const chineseMedicineClinic = place(
  'chinese-medicine',
  '3801980682',
  '松齡中醫診所',
  '松齡中醫聯合診所',
);

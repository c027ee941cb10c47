import { type LocalDate } from '@mhb-kit/core/identity';
import { chronicHistory, occasionalHistory, type History } from './histories.js';
import { insuranceSections } from './insurance.js';
import { tenYears } from './long-history.js';

/**
 * An invented person. The ID numbers were drawn at random with valid checksums, because software requires these.
 * Names, cards, places and histories are invented.
 */
export interface InventedPerson {
  readonly nationalId: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: 'M' | 'F';
  /** The password registered for the NHI card (健保卡網路服務註冊). */
  readonly password: string;
  readonly card: { readonly cardNumber: string; readonly issueDate: LocalDate };
  /** 戶號 */
  readonly householdNumber: string;
  /** 戶籍鄉鎮里鄰 */
  readonly registeredAddress: string;
  readonly mobile: string;
  readonly email: string;
  /** The reason why this person is interesting to try. */
  readonly story: { readonly 'zh-Hant': string; readonly en: string };
  /** Returns the records in J2 format, which end shortly before the given day. */
  history(until: LocalDate): History;
}

const insured = ({ card }: InventedPerson) => ({ cardNumber: card.cardNumber, cardIssuedOn: card.issueDate });

export const lin: InventedPerson = {
  nationalId: 'K223010426',
  name: '林淑芬',
  birthDate: '1961-04-18',
  sex: 'F',
  password: 'Passbook1',
  card: { cardNumber: '000099010426', issueDate: '2021-09-06' },
  householdNumber: 'K9901042',
  registeredAddress: '苗栗縣青禾鎮文昌里 7 鄰',
  mobile: '0900000426',
  email: 'lin@example.tw',
  story: {
    'zh-Hant': '糖尿病與高血壓，三年就醫、用藥與檢驗',
    en: 'diabetes and high blood pressure: three years of visits, drugs and results',
  },
  history: (until) => ({
    ...chronicHistory(until),
    ...insuranceSections(
      { ...insured(lin), unit: '青禾文具股份有限公司', salary: 45800, dependants: 1 },
      until,
    ),
  }),
};

export const wang: InventedPerson = {
  nationalId: 'A123456789',
  name: '王小明',
  birthDate: '1992-11-02',
  sex: 'M',
  password: 'Health2026',
  card: { cardNumber: '000099456789', issueDate: '2018-03-12' },
  householdNumber: 'A9904567',
  registeredAddress: '臺北市北辰區民輝里 3 鄰',
  mobile: '0900000789',
  email: 'wang@example.tw',
  story: {
    'zh-Hant': '偶爾就醫，青黴素過敏',
    en: 'seldom ill; allergic to penicillin',
  },
  history: (until) => ({
    ...occasionalHistory(until),
    ...insuranceSections({ ...insured(wang), unit: '北辰軟體有限公司', salary: 60800, dependants: 0 }, until),
  }),
};

export const nguyen: InventedPerson = {
  nationalId: 'A923456785',
  name: 'NGUYEN THI HOA',
  birthDate: '1998-06-30',
  sex: 'F',
  password: 'Welcome9',
  card: { cardNumber: '000099456785', issueDate: '2025-02-20' },
  householdNumber: 'A9900001',
  registeredAddress: '臺北市青雲區松明里 12 鄰',
  mobile: '0900000785',
  email: 'hoa@example.tw',
  story: {
    'zh-Hant': '新住民，尚無任何就醫資料（無資料）',
    en: 'a new resident without any medical record yet (無資料)',
  },
  history: () => ({}),
};

export const chen: InventedPerson = {
  nationalId: 'F120470317',
  name: '陳國雄',
  birthDate: '1955-08-02',
  sex: 'M',
  password: 'TenYears10',
  card: { cardNumber: '000099470317', issueDate: '2015-05-18' },
  householdNumber: 'F9947031',
  registeredAddress: '新北市青雲區長青里 12 鄰',
  mobile: '0900000317',
  email: 'chen@example.tw',
  story: {
    'zh-Hant': '糖尿病、痛風與冠心病，十年就醫、兩家醫院、慢性處方提早領藥',
    en: 'diabetes, gout and heart disease: ten years, two hospitals, refills collected early',
  },
  history: (until) => ({
    ...tenYears(until),
    ...insuranceSections({ ...insured(chen), unit: '青雲區公所', salary: 38200, dependants: 0 }, until),
  }),
};

export const people: readonly InventedPerson[] = [lin, wang, nguyen, chen];

export function personByNationalId(nationalId: string): InventedPerson | undefined {
  return people.find((person) => person.nationalId === nationalId);
}

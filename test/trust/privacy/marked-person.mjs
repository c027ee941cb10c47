/**
 * An invented person whose data occurs nowhere else. If any of it is found in a file, a URL, or a log, it
 * comes from here.
 */
const texts = {
  nationalId: 'G207182933',
  name: '隗曦瀅',
  birthDate: '1971-08-29',
  householdNumber: 'G7182933',
  registeredAddress: '宜蘭縣頭城鎮蘭印里7鄰',
  password: 'mArk7182xq',
  telephone: '(03)97182933',
  mobile: '0971829364',
  email: 'marked-7182@example.tw',
  alternateEmail: 'spare-7182@example.tw',
  newPassword: 'nEw7182xqm',
  newTelephone: '(07)71829364',
  newMobile: '0982718293',
  newEmail: 'moved-7182@example.tw',
  subjectSerialNumber: '0000000271829364',
  diagnosis: '第七型標記性蕁麻疹',
  facility: '溪印標記診所',
};

export const marked = {
  ...texts,
  sex: /** @type {const} */ ('F'),
  card: { cardNumber: '000071829364', issueDate: '2021-09-06' },
};

/** The strings to search for. */
export const markers = { ...texts, cardNumber: marked.card.cardNumber, birthDate: '19710829' };

/** The outpatient row of a visit. @param {string} date as 20260304 */
export const markedVisit = (date) => ({
  'r1.3': '1171829364',
  'r1.4': marked.facility,
  'r1.5': date,
  'r1.9': marked.diagnosis,
  'r1.12': '240',
});

import type { FamilyWords } from './family.strings.js';

export const familyEn: FamilyWords = {
  whoseTitle: 'Whose passbook is this?',
  whoseMeaning:
    'The files contain only part of the ID number, and that part may be the same for different people, such as siblings. Only you can tell whose passbook this is. You can undo your choice.',
  whoseFiles: (names) => `Files: ${names}`,
  whoseMask: (mask) => `ID number in the file: ${mask}`,
  whoseNoMask: 'The file does not say whose passbook it is',
  whoseRecords: (records, start, end) => `${records} records, ${start} to ${end}`,
  whoseShared: (count) => (count === 1 ? '1 record is the same' : `${count} records are the same`),
  whoseApart: (start, end) =>
    `Both cover ${start} to ${end} but have no record in common, so they probably belong to different people`,
  contradictions: {
    number: 'This download was opened with a different ID number',
    signed: 'The issuer’s signature names a different person',
    'number-differs': 'This download was opened with an ID number that is not the one in its files',
  },
  whoseThis: (name) => `It is ${name}’s`,
  whoseNew: 'It is somebody else’s',
  whoseNewName: 'Name for this person (optional)',
  whosePut: 'Add to this passbook',
  someone: 'Person not stated',
  memberNamed: (name, mask) => `${name} (${mask})`,
};

/**
 * The orders that TW Core accepts for laboratory tests. They are the 879 codes of the value set
 * `laboratory-category-tw`, which is a required binding of TW Core's laboratory results. Source:
 * `https://twcore.mohw.gov.tw/ig/twcore/ValueSet/laboratory-category-tw`, version 0.3.1 (CC0).
 *
 * Each key consists of a code's letter and chapter, and its value lists the three digits between them. For
 * example, `C09` with `1-6` stands for 09001C to 09006C.
 */
// prettier-ignore
const numbers: Readonly<Record<string, string>> = {
  'B01': '76-78',
  'B06': '11,14,16-17,503,508-509,512-513',
  'B07': '10,17',
  'B08': '17,22-25,27-29,31-34,37-41,44-74,76-81,85-107,109,111-120,122-126,128,133-134',
  'B09': '8,18-19,34,36,41,46-50,52-63,65-70,72-78,82-84,87-98,100-102,110,114-116,118-119,123-124,132-133,135-137',
  'B10': '1-12,502-509,512,515-519,521-527,529-536,801-818',
  'B11': '5-12',
  'B12': '2,5-6,8,12,17,19,23-30,32-47,49-52,54-59,61-67,69-72,74-76,80,82-85,87-105,108-110,112-115,117-118,120,122,124,126-128,130-133,135-150,152-164,166-171,173-177,194-197,199-201,203-213',
  'B13': '2-5,14,16,19,21-22,28-29',
  'B14': '1-4,6-8,10-24,28-29,41-48,50,52-57,59-63,67-73,81',
  'B15': '18,20',
  'B16': '5',
  'B17': '9',
  'B22': '15,25',
  'B24': '7',
  'B25': '13',
  'B27': '2-3,5-14,16-32,34-38,40-48,51,54,56-74,76-83',
  'B30': '5-14,16-20,23-29,101-105,503-507,509-511,515-516,521,523-526',
  'C06': '1-10,12-13,15,504-505,510-511',
  'C07': '1-9,11-13,15-16,18',
  'C08': '1-16,18-21,26,30,35-36,42-43,75,82-84,127,129-132',
  'C09': '1-6,9-17,20-33,35,37-40,42-44,51,64,71,79-81,85-86,99,103-109,111-113,117,120-122,125-131,134,138-139',
  'C10': '501,510-511,520,537,819',
  'C11': '1-4',
  'C12': '1,3-4,7,9-11,13-16,18,20-22,31,48,53,60,68,73,77-79,81,86,106-107,111,116,121,123,125,129,134,151,165,172,178-193,198,202',
  'C13': '1,6-13,15,17-18,20,23-26',
  'C14': '5,9,25-27,30-40,49,51,58,64-66,74-80,83',
  'C15': '1,7,17,21-22',
  'C16': '1-4,6-13',
  'C22': '1',
  'C27': '1,4,15,33,39,49-50,52-53,55',
  'C30': '1-2,15,21-22,30,501-502,508,512-514,517-519,522',
};

let members: ReadonlySet<string> | null = null;

/** Checks whether the value set contains an order code of six characters. */
export function isLaboratoryCategory(code: string): boolean {
  members ??= new Set(Object.entries(numbers).flatMap(([key, ranges]) => expand(key, ranges)));
  return members.has(code);
}

function expand(key: string, ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from(
      { length: to - from + 1 },
      (_, index) => `${key.slice(1)}${String(from + index).padStart(3, '0')}${key.charAt(0)}`,
    );
  });
}

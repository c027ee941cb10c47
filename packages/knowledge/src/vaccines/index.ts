import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { vaccines } from './vaccines.en.js';

type VaccineId = keyof typeof vaccines;

export interface VaccinePieces {
  readonly vaccines: Readonly<Record<VaccineId, Entry>>;
}

type Sign = RegExp | ((name: string) => boolean);

/** Recognizes names that contain these words in this order, regardless of what comes between the words. */
const inOrder =
  (...words: readonly string[]): Sign =>
  (name) => {
    let from = 0;
    return words.every((word) => {
      const at = name.indexOf(word, from);
      from = at + word.length;
      return at !== -1;
    });
  };

/** Recognizes names that contain all of `words`, in any order, and none of `without`. */
const withWords =
  (words: readonly string[], without: readonly string[] = []): Sign =>
  (name) =>
    words.every((word) => name.includes(word)) && !without.some((word) => name.includes(word));

/**
 * Patterns for the names of vaccines in passbooks (r6.3), after folding. The first match decides, so more specific
 * names come first. For example, 流感嗜血桿菌 is not an influenza vaccine, so its pattern comes before that of
 * 流感. Combinations come before their parts. A combination that is not listed does not count as any of its parts.
 */
const names: readonly (readonly [Sign, VaccineId])[] = [
  [/免疫球蛋白|HBIG/, 'hepatitis-b-immunoglobulin'],
  [/六合一|HEXA/, 'six-in-one'],
  [/五合一|DTAP[-/]?IPV[-/]?HIB|DTAP[-/]?HIB[-/]?IPV/, 'dtap-ipv-hib'],
  [withWords(['白喉', '嗜血桿菌', '小兒麻痺']), 'dtap-ipv-hib'],
  [/(?:TDAP|DTAP)[-/]?IPV|四合一/, 'dtap-ipv'],
  [withWords(['白喉', '百日咳', '小兒麻痺']), 'dtap-ipv'],
  [/TDAP/, 'tdap'],
  [withWords(['減量', '白喉', '百日咳']), 'tdap'],
  [inOrder('破傷風', '白喉', '百日咳'), 'tdap'],
  [/\bTD\b/, 'td'],
  [withWords(['破傷風', '白喉'], ['百日咳']), 'td'],
  [withWords(['破傷風'], ['百日咳']), 'tetanus'],
  [/嗜血桿菌|\bHIB\b/, 'hib'],
  [/新冠|COVID|SARS-?COV|新型冠狀/, 'covid-19'],
  [/PCV|PREVNAR|SYNFLORIX|VAXNEUVANCE/, 'pneumococcal-conjugate'],
  [withWords(['肺炎', '結合']), 'pneumococcal-conjugate'],
  ...['10', '13', '15', '20', '21'].map(
    (valent) => [inOrder(`${valent}價`, '肺炎'), 'pneumococcal-conjugate'] as const,
  ),
  [/PPV|PNEUMOVAX/, 'pneumococcal-polysaccharide'],
  [inOrder('23價', '肺炎'), 'pneumococcal-polysaccharide'],
  [inOrder('肺炎', '多醣'), 'pneumococcal-polysaccharide'],
  [/[B乙]型肝炎|B肝|HEPATITIS B|ENGERIX/, 'hepatitis-b'],
  [/[A甲]型肝炎|A肝|HEPATITIS A|HAVRIX|VAQTA/, 'hepatitis-a'],
  [/卡介|BCG/, 'bcg'],
  [/MMR|PRIORIX/, 'mmr'],
  [inOrder('麻疹', '腮腺炎'), 'mmr'],
  [inOrder('麻疹', '德國麻疹'), 'mmr'],
  [/水痘|VARICELLA|VARIVAX/, 'varicella'],
  [/帶狀[皰疱]疹|SHINGRIX|ZOSTAVAX|HERPES ZOSTER/, 'shingles'],
  [/日本腦炎|IMOJEV|JAPANESE/, 'japanese-encephalitis'],
  [/小兒麻痺|\b[IO]PV\b|POLIO/, 'polio'],
  [/輪狀病毒|ROTARIX|ROTATEQ/, 'rotavirus'],
  [/乳突病毒|HPV|GARDASIL|CERVARIX|子宮頸癌疫苗/, 'hpv'],
  [/狂犬|RABIES/, 'rabies'],
  [/腦膜炎(?:雙球菌|球菌)|流行性腦脊髓膜炎|MENVEO|MENQUADFI|MENING/, 'meningococcal'],
  [/黃熱/, 'yellow-fever'],
  [/傷寒|TYPHIM/, 'typhoid'],
  [/腸病毒|EV-?A?71/, 'enterovirus-71'],
  [/[MＭ]痘|猴痘|MPOX|JYNNEOS/, 'mpox'],
  [/呼吸道融合|RSV|AREXVY|ABRYSVO|BEYFORTUS/, 'rsv'],
  [/流感|INFLUENZA|FLU\b|FLUAD|VAXIGRIP|FLUARIX/, 'influenza'],
];

/** A lot number at the end does not identify the vaccine. */
function fold(name: string): string {
  const [vaccine = ''] = name.normalize('NFKC').toUpperCase().split('(批號', 1);
  return vaccine;
}

export const findVaccine: Finder<'vaccine', VaccinePieces> = async ({ name }, load) => {
  const folded = fold(name);
  const known = names.find(([sign]) => (sign instanceof RegExp ? sign.test(folded) : sign(folded)));
  return known === undefined ? null : (await load('vaccines'))[known[1]];
};

import { describe, expect, it } from 'vitest';
import { advice } from './entry/advice.js';
import type { DiagnosisKnowledge } from './diagnoses/code-text.js';
import { diagnosisEntry } from './diagnoses/index.js';
import type { DrugGroupText } from './drugs/drug-group.js';
import { groupEntry, ingredientEntry } from './drugs/index.js';
import { find } from './find.js';
import { loadIn, pieces, type PieceId } from './pieces.js';
import type { Subject } from './entry/subject.js';
import type { Entry, Language } from './entry/entry.js';

/**
 * Wording that explanations must not contain, because an explanation must not judge people, say that a person has
 * a disease, or change a treatment.
 */
const rules: Readonly<Record<Language, readonly (readonly [rule: string, pattern: RegExp])[]>> = {
  'zh-Hant': [
    ['tells people what they have', /[您你]\s*(?:罹患|得了|患有|得到|就是|已經是)|罹患/],
    ['calls something normal', /正常/],
    ['gives a diagnosis', /診斷(?:為|是|出)|確診/],
    [
      'changes a treatment',
      /停藥|停止(?:服|用|吃)|不要(?:再)?(?:吃|服|用)藥|自行(?:增|減|加|改)|改吃|加量|減量/,
    ],
    ['frightens', /致命|可怕|死亡率|絕症|嚴重後果/],
    ['promises', /保證|一定(?:會|是|能)|絕對(?!數)|完全無害|不用擔心|放心/],
    [
      'uses words of the mainland',
      /屏幕|軟件|信息|視頻|網絡|默認|質量好|血常規|尿常規|白細胞|紅細胞|激光|心腦血管|肌酐|谷丙|谷草|甘油三酯/,
    ],
    ['writes half-width marks between Chinese', /[\u4e00-\u9fff][,;:!?](?=[\u4e00-\u9fff])/],
  ],
  en: [
    // “If you have asthma” and “whether you have had it” do not say that the reader has a disease.
    [
      'tells people what they have',
      /(?<!\b(?:if|whether|when|unless)\b[^.;:]*)\byou(?:['’]ve| have| are suffering| suffer| got)\b/i,
    ],
    ['calls something normal', /\b(?:ab)?normal(?:ly|ity|ities)?\b/i],
    ['gives a diagnosis', /\bdiagnos\w*/i],
    [
      'changes a treatment',
      /\b(?:stop|quit|start|double|halve|skip|avoid) (?:taking|using|the (?:drug|dose|tablet)|your)\b|\bdiscontinu\w*/i,
    ],
    ['frightens', /\b(?:fatal|deadly|lethal|terrible|dreadful)\b/i],
    ['promises', /\b(?:guarantee\w*|certainly|never harmful|harmless|don['’]t worry|no need to worry)\b/i],
  ],
};

const broken = (language: Language, text: string) =>
  rules[language].filter(([, pattern]) => pattern.test(text)).map(([rule]) => rule);

const isEntry = (value: object): value is Entry => 'text' in value && 'ask' in value && 'name' in value;
const isDiagnoses = (value: object): value is DiagnosisKnowledge => 'chapters' in value && 'blocks' in value;
const isDrugGroup = (value: object): value is DrugGroupText => 'tell' in value && 'of' in value;

/**
 * Yields every entry in a piece, at any depth, with its path. For drugs, it yields the entries that the finder
 * combines.
 */
function* entriesIn(value: unknown, path: string, language: Language): Generator<readonly [string, Entry]> {
  if (typeof value !== 'object' || value === null) return;
  if (isEntry(value)) yield [path, value];
  else if (isDrugGroup(value)) {
    yield [path, groupEntry(value, language)];
    for (const [id, own] of Object.entries(value.of))
      yield [`${path}/${id}`, ingredientEntry(id, own, value, language)];
  } else if (isDiagnoses(value)) {
    for (const code of Object.keys(value.codes)) {
      const entry = diagnosisEntry(code, value, language);
      if (entry !== null) yield [`${path}/${code}`, entry];
    }
    for (const block of Object.keys(value.blocks)) {
      const entry = diagnosisEntry(block.slice(0, 3), { ...value, codes: {} }, language);
      if (entry !== null) yield [`${path}/${block}`, entry];
    }
  } else
    for (const [key, inner] of Object.entries(value)) yield* entriesIn(inner, `${path}/${key}`, language);
}

/** Subjects whose explanations are combined from parts by finders, so that no piece contains them as a whole. */
const composed: readonly Subject[] = [
  ...[
    '11',
    '12',
    '23',
    '34',
    '45',
    '16',
    '27',
    '38',
    '51',
    '62',
    '73',
    '84',
    '55',
    'FM',
    'UR',
    'UL',
    'LL',
    'LR',
  ].map((code): Subject => ({ kind: 'tooth', code })),
  ...Object.keys(await pieces.formulas.en()).map((name): Subject => ({ kind: 'chinese-medicine', name })),
];

const languages: readonly Language[] = ['zh-Hant', 'en'];
const all = await Promise.all(
  languages.flatMap((language) =>
    (Object.keys(pieces) as PieceId[]).map(async (piece) => ({
      language,
      found: [...entriesIn(await pieces[piece][language](), piece, language)],
    })),
  ),
);
const put = await Promise.all(
  languages.flatMap((language) =>
    composed.map(async (subject) => ({
      language,
      path: JSON.stringify(subject),
      entry: await find(subject, loadIn(language), language),
    })),
  ),
);
const ofLanguage = (language: Language): (readonly [string, Entry])[] => [
  ...all.filter((each) => each.language === language).flatMap(({ found }) => found),
  ...put.flatMap((each) =>
    each.language === language && each.entry !== null ? [[each.path, each.entry] as const] : [],
  ),
];

/** Returns the entry's own advice, or an empty text if it uses standard advice, which has separate tests. */
const ownWords = ({ ask }: Entry): string => (typeof ask === 'string' ? '' : ask.words);
const whom = {
  'zh-Hant': /醫師|藥師|護理師|醫護|個管師|治療團隊|就醫|看診|回診|眼科|119/,
  en: /doctor|pharmacist|nurse|staff|team|clinic|gynecologist|\bhelp\b|119/,
};

const sentenceEnds = { 'zh-Hant': /[。！？]/g, en: /[.!?](?=\s|$)/g };

describe.each(languages)('explanations in %s', (language) => {
  const found = ofLanguage(language);

  it('exist', () => {
    expect(found.length).toBeGreaterThan(0);
  });

  // There is one test for each rule, which lists every entry that violates the rule. One test for each entry would
  // result in twenty thousand tests.
  const against = (fault: (entry: Entry) => readonly string[]): readonly string[] =>
    found.flatMap(([path, entry]) => fault(entry).map((what) => `${path}: ${what}`));

  it('keep the tone', () => {
    const faults = (entry: Entry) =>
      broken(language, `${entry.name} ${entry.official ?? ''} ${entry.text} ${ownWords(entry)}`);
    expect(against(faults)).toEqual([]);
  });

  it('are two to four sentences', () => {
    const isOfAnotherLength = (text: string) => {
      const sentences = text.match(sentenceEnds[language])?.length ?? 0;
      return sentences < 2 || sentences > 4;
    };
    expect(against(({ text }) => (isOfAnotherLength(text) ? [text] : []))).toEqual([]);
  });

  it('are written in their language', () => {
    const chinese = (text: string) => text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    const isForeign = (text: string) =>
      language === 'en' ? chinese(text) > 0 : chinese(text) / text.length <= 0.5;
    expect(against(({ text }) => (isForeign(text) ? [text] : []))).toEqual([]);
  });

  it('say whom to ask', () => {
    const faults = (entry: Entry) =>
      typeof entry.ask === 'string' || whom[language].test(ownWords(entry)) ? [] : [ownWords(entry)];
    expect(against(faults)).toEqual([]);
  });

  it('name sources and their date', () => {
    const faults = ({ from, written }: Entry) =>
      from.length > 0 && /^20\d\d-\d\d-\d\d$/.test(written) ? [] : [`${from.length} sources, ${written}`];
    expect(against(faults)).toEqual([]);
  });
});

it('explain the same in both languages, with the same sources', () => {
  const facts = (language: Language) =>
    Object.fromEntries(
      ofLanguage(language).map(([path, { ask, from, written }]) => [
        path,
        { ask: typeof ask === 'string' ? ask : 'own words', from, written },
      ]),
    );
  expect(facts('en')).toEqual(facts('zh-Hant'));
});

describe('advice', () => {
  it.each(Object.entries(advice))(
    '%s says whom to ask and when, in the same tone',
    (_, { 'zh-Hant': zh, en }) => {
      expect(broken('zh-Hant', zh)).toEqual([]);
      expect(broken('en', en)).toEqual([]);
      expect(zh).toMatch(/醫師|藥師|護理師|健保署|疾管署|衛生所|119/);
      expect(en).toMatch(/doctor|pharmacist|dentist|nurse|clinic|NHI Administration|119/);
      expect(zh).toMatch(/時|當天|之前|之後|後/);
      expect(en).toMatch(/\b(?:when|if|at|before|after|beforehand|within|with|for)\b/i);
    },
  );
});

describe('the rules detect violations', () => {
  it.each([
    ['zh-Hant', '這表示您罹患糖尿病。', 'tells people what they have'],
    ['zh-Hant', '數值在正常範圍。', 'calls something normal'],
    ['zh-Hant', '可診斷為貧血。', 'gives a diagnosis'],
    ['zh-Hant', '頭暈就先停藥。', 'changes a treatment'],
    ['zh-Hant', '這是致命的。', 'frightens'],
    ['zh-Hant', '一定會好。', 'promises'],
    ['zh-Hant', '看白細胞多少。', 'uses words of the mainland'],
    ['zh-Hant', '偏高,偏低都要問。', 'writes half-width marks between Chinese'],
    ['en', 'It means that you have diabetes.', 'tells people what they have'],
    ['en', 'The value is normal.', 'calls something normal'],
    ['en', 'This confirms the diagnosis.', 'gives a diagnosis'],
    ['en', 'With dizziness, stop taking it.', 'changes a treatment'],
    ['en', 'This is fatal.', 'frightens'],
    ['en', 'It is harmless.', 'promises'],
  ] as const)('%s: %s', (language, text, rule) => {
    expect(broken(language, text)).toContain(rule);
  });
});

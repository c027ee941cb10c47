import {
  about,
  archiveHint,
  commands,
  exitStatus,
  globalOptions,
  type CommandSpec,
  type OptionSpec,
  type Words,
} from './commands.js';
import type { Language } from './terminal.js';

const headings = {
  name: { 'zh-Hant': '名稱', en: 'NAME' },
  synopsis: { 'zh-Hant': '用法', en: 'SYNOPSIS' },
  description: { 'zh-Hant': '說明', en: 'DESCRIPTION' },
  commands: { 'zh-Hant': '指令', en: 'COMMANDS' },
  options: { 'zh-Hant': '所有指令共用的選項', en: 'OPTIONS OF ALL COMMANDS' },
  status: { 'zh-Hant': '結束代碼', en: 'EXIT STATUS' },
  environment: { 'zh-Hant': '環境變數', en: 'ENVIRONMENT' },
  examples: { 'zh-Hant': '範例', en: 'EXAMPLES' },
} as const satisfies Record<string, Words>;

export const environment: readonly (readonly [name: string, words: Words])[] = [
  [
    'LC_ALL, LC_MESSAGES, LANG',
    {
      'zh-Hant': '如果以 zh 開頭，就用中文；不是的話，就用英文',
      en: 'a value that begins with zh selects Chinese; any other value selects English',
    },
  ],
  ['CHROME_PATH', { 'zh-Hant': 'check 使用的瀏覽器', en: 'the browser that check uses' }],
];

export const examples: readonly string[] = [
  'mhb open passbook.zip',
  'mhb convert passbook.zip --to ips -o summary.json',
  'mhb merge older.zip newer.zip -o joined.json',
  'mhb verify passbook.zip --issuer https://gateway.example.tw',
  'mhb check https://portal.example.tw/passbook --json',
];

/** Escapes text for roff, so that no character is interpreted as a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1');

/** Returns the manual page `mhb.1`, generated from the table of commands. */
export function manualPage(version: string, language: Language): string {
  const say = (words: Words): string => roff(words[language]);
  const heading = (name: keyof typeof headings): string => `.SH ${roff(headings[name][language])}`;
  const described = (term: string, words: Words): string => `.TP\n.B ${roff(term)}\n${say(words)}`;
  const options = (list: readonly OptionSpec[]): readonly string[] =>
    list.map(({ flags, words }) => described(flags, words));
  const section = (spec: CommandSpec, before = 'mhb'): readonly string[] => {
    const name = `${before} ${spec.name}`;
    if (spec.commands !== undefined) return spec.commands.flatMap((inner) => section(inner, name));
    const { argument } = spec;
    return [
      `.SS ${roff(`"${name}${argument === undefined ? '' : ` ${argument.name}`}"`)}`,
      say(spec.words),
      ...(argument === undefined ? [] : [described(argument.name, argument.words)]),
      ...options(spec.options ?? []),
    ];
  };
  return [
    `.TH MHB 1 "" "mhb ${version}" "mhb\\-kit"`,
    heading('name'),
    `mhb \\- ${say({ 'zh-Hant': '健康存摺的命令列工具', en: 'My Health Bank passbooks on the command line' })}`,
    heading('synopsis'),
    '.B mhb\n.I command\n[\\fIoptions\\fR] [\\fIarguments\\fR]',
    heading('description'),
    say(about),
    '.PP',
    say(archiveHint),
    heading('commands'),
    ...commands.flatMap((spec) => section(spec)),
    heading('options'),
    ...options(globalOptions),
    heading('status'),
    ...exitStatus.map(([codes, words]) => described(codes, words)),
    heading('environment'),
    ...environment.map(([name, words]) => described(name, words)),
    heading('examples'),
    ...examples.map((line) => `.nf\n${roff(line)}\n.fi`),
    '',
  ].join('\n');
}

/**
 * The page about `mhb`, generated from its table of commands.
 *
 * @typedef {import('../../packages/cli/dist/commands.js').CommandSpec} CommandSpec
 * @typedef {import('../../packages/cli/dist/commands.js').OptionSpec} OptionSpec
 * @typedef {import('../../packages/cli/dist/terminal.js').Language} Language
 */

const words = {
  en: {
    title: 'The command mhb',
    made: 'This page, the help text and the manual page are generated from the table of commands in `packages/cli/src/commands.ts` (`npm run references`).',
    examples: 'Examples',
    everywhere: 'Options of all commands',
    completion: 'Completion and manual page',
    completed:
      'Write the completion script and the manual page to the folders in which your shell and `man` look for them:',
    archives: 'Archives that do not open',
    status: 'Exit codes',
    environment: 'Environment',
    required: 'required',
    one: 'one of',
    between: ', ',
    colon: ': ',
    aside: (/** @type {readonly string[]} */ notes) => ` (${notes.join('; ')})`,
  },
  'zh-Hant': {
    title: 'mhb 指令',
    made: '本頁、指令的說明與 man 使用手冊，都由 `packages/cli/src/commands.ts` 的指令表產生（`npm run references`）。',
    examples: '範例',
    everywhere: '所有指令共用的選項',
    completion: '自動補齊與使用手冊',
    completed: '請把自動補齊指令碼與使用手冊寫入 shell 與 `man` 會讀取的資料夾：',
    archives: '打不開的壓縮檔',
    status: '結束代碼',
    environment: '環境變數',
    required: '必填',
    one: '可以是',
    between: ' ',
    colon: '：',
    aside: (/** @type {readonly string[]} */ notes) => `（${notes.join('；')}）`,
  },
};

/**
 * @param {typeof import('../../packages/cli/dist/commands.js')} table
 * @param {typeof import('../../packages/cli/dist/manual.js')} manual
 * @param {Language} language
 */
export function commandLinePage(
  { about, archiveHint, commands, exitStatus, globalOptions },
  manual,
  language,
) {
  const text = words[language];
  const optionLine = (/** @type {OptionSpec} */ { flags, words: said, choices, isMandatory }) => {
    const more = [
      ...(isMandatory ? [text.required] : []),
      ...(choices === undefined
        ? []
        : [`${text.one} ${choices.map((each) => `\`${each}\``).join(text.between)}`]),
    ];
    return `- \`${flags}\`${text.colon}${said[language]}${more.length === 0 ? '' : text.aside(more)}`;
  };
  /** @returns {string[]} */
  const section = (/** @type {CommandSpec} */ spec, before = 'mhb') => {
    const name = `${before} ${spec.name}`;
    if (spec.commands !== undefined) return spec.commands.flatMap((inner) => section(inner, name));
    const { argument, options = [] } = spec;
    return [
      `## ${name}`,
      `\`${name}${argument === undefined ? '' : ` ${argument.name}`}\`${text.colon}${spec.words[language]}`,
      [
        ...(argument === undefined ? [] : [`- \`${argument.name}\`${text.colon}${argument.words[language]}`]),
        ...options.map(optionLine),
      ].join('\n'),
    ].filter((part) => part !== '');
  };
  const list = (/** @type {readonly (readonly [string, Readonly<Record<Language, string>>])[]} */ rows) =>
    rows.map(([term, said]) => `- \`${term}\`${text.colon}${said[language]}`).join('\n');
  return [
    `# ${text.title}`,
    about[language],
    text.made,
    `## ${text.examples}`,
    `\`\`\`text\n${manual.examples.join('\n')}\n\`\`\``,
    ...commands.flatMap((spec) => section(spec)),
    `## ${text.everywhere}`,
    globalOptions.map(optionLine).join('\n'),
    `## ${text.completion}`,
    text.completed,
    '```sh\nmkdir -p ~/.local/share/bash-completion/completions ~/.local/share/man/man1\nmhb completion bash > ~/.local/share/bash-completion/completions/mhb\nmhb man > ~/.local/share/man/man1/mhb.1\n```',
    `## ${text.archives}`,
    archiveHint[language],
    `## ${text.status}`,
    list(exitStatus),
    `## ${text.environment}`,
    list(manual.environment),
  ].join('\n\n');
}

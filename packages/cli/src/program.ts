import { Command, Option, type CommanderError } from 'commander';
import { about, commands, globalOptions, type CommandSpec, type OptionSpec } from './commands.js';
import { languageOf, type Language, type Terminal } from './terminal.js';

/** The action of each command, keyed by the words that call it, such as `knowledge build`. */
export type Actions = Readonly<
  Record<string, (argument: readonly string[], options: Readonly<Record<string, unknown>>) => Promise<void>>
>;

/** Builds the parser from the table of commands, in the language of the terminal. */
export function buildProgram(version: string, actions: Actions, terminal: Terminal): Command {
  const language = languageOf(terminal);
  const program = prepared(new Command('mhb'), language)
    .description(about[language])
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      // Print nothing here, because `usageMessage` reports the error in the language of the terminal.
      outputError: () => undefined,
    });
  for (const spec of globalOptions) {
    const words = spec.words[language];
    if (spec.flags.includes('--version')) program.version(version, spec.flags, words);
    else if (!spec.flags.includes('--help')) program.addOption(optionOf(spec, language));
  }
  for (const spec of commands) add(program, spec, [spec.name]);
  return program;

  function add(parent: Command, spec: CommandSpec, path: readonly string[]): void {
    const command = prepared(parent.command(spec.name), language).description(spec.words[language]);
    command.copyInheritedSettings(parent);
    for (const inner of spec.commands ?? []) add(command, inner, [...path, inner.name]);
    if (spec.commands !== undefined) return;
    const { argument } = spec;
    if (argument !== undefined) {
      const made = command.createArgument(argument.name, argument.words[language]);
      command.addArgument(argument.choices === undefined ? made : made.choices(argument.choices));
    }
    for (const each of spec.options ?? []) command.addOption(optionOf(each, language));
    command.action(async (...given: unknown[]) => {
      const [first, second] = argument === undefined ? [[], given[0]] : given;
      if ([first].flat().includes('-') && command.opts()['passwordStdin'] === true)
        command.error("error: '-' and --password-stdin cannot share standard input", { code: 'mhb.twice' });
      await actions[path.join(' ')]?.(
        [first].flat() as readonly string[],
        second as Readonly<Record<string, unknown>>,
      );
    });
  }
}

function optionOf({ flags, words, choices, isMandatory = false }: OptionSpec, language: Language): Option {
  const option = new Option(flags, words[language]).makeOptionMandatory(isMandatory);
  return choices === undefined ? option : option.choices(choices);
}

/** Chinese strings for the text that the parser itself adds to the help. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '引數：',
  'Options:': '選項：',
  'Global Options:': '所有指令共用的選項：',
  'Commands:': '指令：',
};

function prepared(command: Command, language: Language): Command {
  const help = globalOptions.find(({ flags }) => flags.includes('--help'));
  command.exitOverride().helpOption(help?.flags ?? '-h, --help', help?.words[language] ?? '');
  command.helpCommand(false);
  if (language === 'en') return command;
  return command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : `${description}（${argChoices.join('、')}）`,
    argumentDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : `${description}（${argChoices.join('、')}）`,
  });
}

const messages: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '沒有這個指令',
  'commander.unknownOption': '沒有這個選項',
  'commander.missingArgument': '缺少引數',
  'commander.excessArguments': '引數太多',
  'commander.optionMissingArgument': '這個選項必須指定值',
  'commander.missingMandatoryOptionValue': '缺少必填的選項',
  'commander.invalidArgument': '值不正確',
  'mhb.twice': '檔案與密碼不能都從標準輸入讀取',
};

/** Describes an error in the command's arguments. */
export function usageMessage({ code, message }: CommanderError, terminal: Terminal): string {
  const plain = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const known = messages[code];
  if (known === undefined || languageOf(terminal) === 'en') return plain;
  const meant = /'(.*?)'/.exec(plain)?.[1];
  const similar = /\(Did you mean ([^()?]+)\?\)/.exec(plain)?.[1];
  return `${known}${meant === undefined ? '' : `：${meant}`}${similar === undefined ? '' : `（是不是 ${similar}？）`}`;
}

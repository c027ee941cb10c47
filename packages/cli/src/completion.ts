import { commands, globalOptions, type CommandSpec, type OptionSpec } from './commands.js';
import type { Language } from './terminal.js';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Returns the completion script for a shell, generated from the table of commands. */
export const completionFor = (shell: Shell, language: Language): string =>
  ({ bash, zsh, fish })[shell](language);

const longNames = ({ flags }: OptionSpec): readonly string[] => flags.match(/--?[\w-]+/g) ?? [];
const optionsOf = ({ options = [] }: CommandSpec): readonly OptionSpec[] => [...options, ...globalOptions];
/** The commands, each with the words that call it, such as `open` or `knowledge build`. */
const all: readonly (readonly [path: readonly string[], spec: CommandSpec])[] = commands.flatMap((spec) => [
  [[spec.name], spec] as const,
  ...(spec.commands ?? []).map((inner) => [[spec.name, inner.name], inner] as const),
]);
const names = (specs: readonly CommandSpec[]): string => specs.map(({ name }) => name).join(' ');

function bash(): string {
  const cases = all.map(([path, spec]) => {
    const inner = spec.commands === undefined ? '' : `${names(spec.commands)} `;
    return `    '${path.join(' ')}') words='${inner}${optionsOf(spec).flatMap(longNames).join(' ')}' ;;`;
  });
  const choices = [
    ...new Map(
      all.flatMap(([, spec]) =>
        optionsOf(spec).flatMap((option) =>
          option.choices === undefined
            ? []
            : [[longNames(option).at(-1) ?? '', option.choices.join(' ')] as const],
        ),
      ),
    ),
  ].map(([name, values]) => `    ${name}) COMPREPLY=($(compgen -W '${values}' -- "$word")); return ;;`);
  const withChoices = all.flatMap(([path, { argument }]) =>
    argument?.choices === undefined
      ? []
      : [`    '${path.join(' ')}') words="$words ${argument.choices.join(' ')}" ;;`],
  );
  return `# mhb completion bash > ~/.local/share/bash-completion/completions/mhb
_mhb() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  case $before in
${choices.join('\n')}
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${names(commands)} ${globalOptions.flatMap(longNames).join(' ')}' -- "$word"))
    return
  fi
  [[ $COMP_CWORD -gt 2 && $command == knowledge ]] && command="knowledge \${COMP_WORDS[2]}"
  case $command in
${cases.join('\n')}
  esac
  case $command in
${withChoices.join('\n')}
  esac
  if [[ $word == -* || $command == knowledge || $command == completion ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _mhb mhb
`;
}

/** Escapes text for a single-quoted string in zsh and fish. */
const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "'\\''");
const bracketed = (text: string): string =>
  quoted(text).replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:');

function zsh(language: Language): string {
  const described = (specs: readonly CommandSpec[]): string =>
    specs.map(({ name, words }) => `'${name}:${bracketed(words[language])}'`).join(' ');
  const optionLine = (option: OptionSpec): string => {
    const value = / [<[]([^<>[\]]+)[>\]]/.exec(option.flags)?.[1];
    const action = option.choices === undefined ? '_files' : `(${option.choices.join(' ')})`;
    return longNames(option)
      .map(
        (name) =>
          `'${name}[${bracketed(option.words[language])}]${value === undefined ? '' : `:${value}:${action}`}'`,
      )
      .join(' ');
  };
  const argumentLine = ({ argument }: CommandSpec): string => {
    if (argument === undefined) return '';
    return argument.choices === undefined
      ? " '*:file:_files'"
      : ` '1:${argument.name}:(${argument.choices.join(' ')})'`;
  };
  const cases = all
    .filter(([, spec]) => spec.commands === undefined)
    .map(
      ([path, spec]) =>
        `    '${path.join(' ')}') _arguments ${optionsOf(spec).map(optionLine).join(' ')}${argumentLine(spec)} ;;`,
    );
  const nested = commands.filter((spec) => spec.commands !== undefined);
  return `#compdef mhb
# mhb completion zsh > "\${fpath[1]}/_mhb"
_mhb() {
  local -a commands
  local command=$words[2]
  if (( CURRENT == 2 )); then
    commands=(${described(commands)})
    _describe command commands
    return
  fi
${nested
  .map(
    ({ name, commands: inner = [] }) => `  if [[ $command == ${name} ]]; then
    if (( CURRENT == 3 )); then
      commands=(${described(inner)})
      _describe command commands
      return
    fi
    command="$command $words[3]"
    shift words; (( CURRENT-- ))
  fi
`,
  )
  .join('')}  shift words; (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _mhb ]]; then _mhb "$@"; else compdef _mhb mhb; fi
`;
}

function fish(language: Language): string {
  const lines = all.flatMap(([path, spec]) => {
    const [outer = '', inner] = path;
    const within =
      inner === undefined
        ? '__fish_use_subcommand'
        : `__fish_seen_subcommand_from ${outer}; and not __fish_seen_subcommand_from ${inner}`;
    const seen = `__fish_seen_subcommand_from ${inner ?? outer}`;
    const own = (spec.options ?? []).map((option) => {
      const value = option.flags.includes('<');
      const flags = longNames(option)
        .map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
        .join(' ');
      const values =
        option.choices === undefined ? (value ? ' -r' : '') : ` -x -a '${option.choices.join(' ')}'`;
      return `complete -c mhb -n '${seen}' ${flags}${values} -d '${quoted(option.words[language])}'`;
    });
    const argument =
      spec.argument?.choices === undefined
        ? []
        : [`complete -c mhb -f -n '${seen}' -a '${spec.argument.choices.join(' ')}'`];
    return [
      `complete -c mhb -f -n '${within}' -a ${inner ?? outer} -d '${quoted(spec.words[language])}'`,
      ...own,
      ...argument,
    ];
  });
  const everywhere = globalOptions.map((option) => {
    const flags = longNames(option)
      .map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
      .join(' ');
    const values = option.choices === undefined ? '' : ` -x -a '${option.choices.join(' ')}'`;
    return `complete -c mhb ${flags}${values} -d '${quoted(option.words[language])}'`;
  });
  return `# mhb completion fish > ~/.config/fish/completions/mhb.fish\n${[...lines, ...everywhere].join('\n')}\n`;
}

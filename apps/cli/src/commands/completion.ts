import type { Command } from 'commander';
import { examples } from '../command.ts';
import type { Context } from '../context.ts';
import { refuseArgument } from '../refusal.ts';

/** A command with all that can follow it. */
interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string }[];
  readonly commands: readonly string[];
}

const shells = { bash, zsh, fish } as const;

export function addCompletion(program: Command, context: Context): void {
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that completes commands and options.')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'after',
      examples(
        'completion bash > ~/.outrigger-completion.bash',
        'completion zsh > ~/.zfunc/_outrigger',
        'completion fish > ~/.config/fish/completions/outrigger.fish',
      ),
    )
    .action((shell: string) => {
      if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish') {
        throw refuseArgument('shell', shell, 'is not a shell that is known', 'bash, zsh or fish');
      }
      context.stdout.write(shells[shell](program.commands.map(completable)));
    });
}

function completable(command: Command): Completable {
  const options = command.options
    .filter((option) => option.long !== undefined)
    .map((option) => ({ flag: option.long ?? '', summary: option.description }));
  return {
    name: command.name(),
    summary: command.summary(),
    options: [...options, { flag: '--help', summary: 'print its help' }],
    commands: command.commands.map((inner) => inner.name()),
  };
}

function bash(commands: readonly Completable[]): string {
  const cases = commands.map(({ name, options, commands: inner }) => {
    const words = [...inner, ...options.map(({ flag }) => flag)].join(' ');
    return `    ${name}) words='${words}' ;;`;
  });
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion of outrigger
_outrigger() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${names} --help --version' -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _outrigger outrigger
`;
}

function zsh(commands: readonly Completable[]): string {
  const quote = (text: string) => text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
  const names = commands.map(({ name, summary }) => `    '${name}:${quote(summary)}'`);
  const cases = commands.map(({ name, options, commands: inner }) => {
    const flags = options.map(
      ({ flag, summary }) => `'${flag}[${quote(summary).replaceAll(/[[\]]/g, '')}]'`,
    );
    const first = inner.length === 0 ? `'*:platform:_files'` : `'1:command:(${inner.join(' ')})'`;
    return `    ${name}) _arguments ${[...flags, first].join(' ')} ;;`;
  });
  return `#compdef outrigger
_outrigger() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _outrigger outrigger
`;
}

function fish(commands: readonly Completable[]): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, options, commands: inner }) => [
    `complete -c outrigger -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
    ...inner.map(
      (word) => `complete -c outrigger -n '__fish_seen_subcommand_from ${name}' -a ${word}`,
    ),
    ...options.map(
      ({ flag, summary: what }) =>
        `complete -c outrigger -n '__fish_seen_subcommand_from ${name}' ` +
        `-l ${flag.replace(/^--/, '')} -d ${quote(what)}`,
    ),
  ]);
  return `# fish completion of outrigger\n${lines.join('\n')}\n`;
}

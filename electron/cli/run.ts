import type { Command } from './command.ts';
import { isCommand, oneOf, parseArguments, UsageError, type CommandName } from './arguments.ts';
import { exitCodes, type CliIo, type ExitCode } from './io.ts';
import type { Language, Words } from './words.ts';

/** Each command is loaded when it is called: `facts` must not wait for the store, nor `list` for the PDF writer. */
const commands: Record<CommandName, () => Promise<Command>> = {
  facts: async () => (await import('./commands/facts.ts')).facts,
  import: async () => (await import('./commands/import.ts')).importFiles,
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  compare: async () => (await import('./commands/compare.ts')).compare,
  review: async () => (await import('./commands/review.ts')).review,
  decide: async () => (await import('./commands/decide.ts')).decide,
  export: async () => (await import('./commands/export.ts')).exportLetters,
  sheet: async () => (await import('./commands/sheet.ts')).printSheet,
  unit: async () => (await import('./commands/unit.ts')).unitSettings,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};

/** Runs one command line (without program and script name) and returns the exit code. Never throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const languageFlag = flagValue(argv, '--lang');
  const language = async (): Promise<Language> => {
    const { chooseLanguage } = await import('./words.ts');
    return chooseLanguage(languageFlag, io.env);
  };
  const words = async (): Promise<Words> => {
    const { loadWords } = await import('./words.ts');
    return loadWords(await language());
  };
  const json = argv.includes('--json');
  try {
    const isValue = (index: number) => ['--lang', '--data'].includes(argv[index - 1] ?? '');
    const position = argv.findIndex((argument, index) => !argument.startsWith('-') && !isValue(index));
    const name = argv[position];
    if (argv.includes('--version')) {
      const { appVersion } = await import('./places.ts');
      io.out(`${appVersion()}\n`);
      return exitCodes.done;
    }
    const topic = name === 'help' ? argv[position + 1] : undefined;
    if (isCommand(topic)) {
      io.out((await words())(`help.${topic}`));
      return exitCodes.done;
    }
    if (name === undefined || name === 'help') {
      const asked = name === 'help' || argv.includes('--help') || argv.includes('-h');
      io[asked ? 'out' : 'err']((await words())('help.all'));
      return asked ? exitCodes.done : exitCodes.usage;
    }
    if (!isCommand(name)) throw new UsageError('usage.unknownCommand', { name });
    const args = parseArguments(name, [...argv.slice(0, position), ...argv.slice(position + 1)]);
    if (args.flag('help')) {
      io.out((await words())(`help.${name}`));
      return exitCodes.done;
    }
    oneOf('--lang', languageFlag ?? 'zh', ['zh', 'en', 'zh-CN']);
    const command = await commands[name]();
    return await command({ io, args, json, language, words });
  } catch (error) {
    const { reportError } = await import('./report-error.ts');
    return reportError(io, error, { json, words });
  }
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const index = argv.indexOf(flag);
  if (index >= 0) return argv[index + 1];
  return argv.find((argument) => argument.startsWith(`${flag}=`))?.slice(flag.length + 1);
}

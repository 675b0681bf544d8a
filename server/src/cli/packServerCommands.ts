import { type Command, InvalidArgumentError, Option } from 'commander';
import { exitCodeHelp, serverHelp } from './exitCodes.ts';
import { languageOption } from './languageOption.ts';
import type { CliLanguage } from './readPackArgument.ts';

interface AtServer {
  lang: CliLanguage;
  server?: string;
}

/** The commands that talk to a running server: publish, rollback, retire, list. */
export function addServerCommands(pack: Command): void {
  atServer(pack.command('publish'))
    .description('发布为下一个版本 publish a folder as the next version')
    .argument('<folder>', '办事包文件夹 folder of the pack')
    .requiredOption(
      '--base <version>',
      '文件夹所依据的版本，新办事包为 0 version it was made from, 0 for a new pack',
      whole,
    )
    .requiredOption('--note <text>', '修改说明 what was changed and why')
    .action(async (folder: string, options: AtServer & { base: number; note: string }) => {
      const { runPackPublish } = await import('./runPackPublish.ts');
      const { lang, server, base, note } = options;
      process.exitCode = await runPackPublish({ folder, server, base, note, language: lang });
    });
  atServer(pack.command('rollback'))
    .description('重新发布旧版本的内容 publish the content of an older version again')
    .argument('<code>', '办事包代码 code of the pack')
    .argument('<version>', '要恢复的版本 version to come back to', whole)
    .option(
      '--base <version>',
      '作出决定时的现行版本，默认为服务器上的现行版本 live version when it was decided; default: the live one',
      whole,
    )
    .requiredOption('--note <text>', '原因 why')
    .action(
      async (packCode: string, version: number, options: AtServer & { base?: number; note: string }) => {
        const { runPackRollback } = await import('./runPackLife.ts');
        const { lang, server, base, note } = options;
        process.exitCode = await runPackRollback({ packCode, version, base, note, server, language: lang });
      },
    );
  atServer(pack.command('retire'))
    .description('停用现行版本 retire the live version: no case begins on it any more')
    .argument('<code>', '办事包代码 code of the pack')
    .argument('<version>', '现行版本 the live version', whole)
    .requiredOption('--note <text>', '原因 why')
    .action(async (packCode: string, version: number, options: AtServer & { note: string }) => {
      const { runPackRetire } = await import('./runPackLife.ts');
      const { lang, server, note } = options;
      process.exitCode = await runPackRetire({ packCode, version, note, server, language: lang });
    });
  atServer(pack.command('list'))
    .description('服务器上的办事包或者一个办事包的版本 packs of a server, or versions of one')
    .argument('[code]', '办事包代码 code of the pack')
    .option('--json', '输出数据 print data', false)
    .action(async (packCode: string | undefined, options: AtServer & { json: boolean }) => {
      const { runPackList } = await import('./runPackLife.ts');
      const { lang, server, json } = options;
      process.exitCode = await runPackList({ packCode, json, server, language: lang });
    });
}

function atServer(command: Command): Command {
  return command
    .addOption(serverOption())
    .addOption(languageOption())
    .addHelpText('after', `${serverHelp}${exitCodeHelp}`);
}

export function serverOption(): Option {
  return new Option('--server <url>', '服务器地址 address of the server (ONEWINDOW_SERVER)');
}

/** A whole number from 0. Throws InvalidArgumentError. */
export function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('须为整数 must be a whole number');
  return Number(text);
}

import { Command } from 'commander';
import { languageOption } from './languageOption.ts';
import { addArchiveCommands } from './packArchiveCommands.ts';
import { packMigrateCommand } from './packMigrateCommand.ts';
import { addServerCommands } from './packServerCommands.ts';
import { packTestCommand } from './packTestCommand.ts';
import type { CliLanguage } from './readPackArgument.ts';

interface Options {
  lang: CliLanguage;
  json: boolean;
}

interface LintOptions extends Options {
  departments?: string;
  catalogue?: string;
  fix: boolean;
}

/** `onewindow pack …`: service packs in folders, in signed archives and at a running server. */
export function packCommand(): Command {
  const pack = new Command('pack').description('办事包 service packs: folders, archives, servers');
  pack
    .command('diff')
    .description('比较两个版本 compare two versions: exit 0 no difference, 1 differences, 2 error')
    .argument('<before>', '原版本的文件夹 folder of the earlier version')
    .argument('<after>', '新版本的文件夹 folder of the later version')
    .addOption(languageOption())
    .option('--json', '输出数据 print data', false)
    .option('--summary', '只输出一行 print one line', false)
    .action(async (before: string, after: string, options: Options & { summary: boolean }) => {
      const { runPackDiff } = await import('./runPackDiff.ts');
      const { lang, json, summary } = options;
      process.exitCode = await runPackDiff({ before, after, language: lang, json, summary });
    });
  pack
    .command('lint')
    .description('检查办事包 check packs: exit 0 no errors, 1 errors, 2 cannot be read')
    .argument('<folder...>', '办事包文件夹 folders of packs')
    .addOption(languageOption())
    .option('--json', '输出数据 print data', false)
    .option(
      '--fix',
      '改正只有一种改法的问题，写回文件 carry out the fixes that have one answer, in the files',
      false,
    )
    .option(
      '--departments <file>',
      '部门标识（JSON 数组）department ids, a JSON list; default: the reference district',
    )
    .option(
      '--catalogue <folder>',
      '全部办事包所在的文件夹 folder with every pack: names of other packs must be there',
    )
    .action(async (folders: string[], options: LintOptions) => {
      const { runPackLint } = await import('./runPackLint.ts');
      const { lang, json, departments, catalogue, fix } = options;
      process.exitCode = await runPackLint({ folders, language: lang, json, departments, catalogue, fix });
    });
  pack.addCommand(packTestCommand());
  addArchiveCommands(pack);
  addServerCommands(pack);
  pack.addCommand(packMigrateCommand());
  return pack;
}

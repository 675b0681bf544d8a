import { Command, InvalidArgumentError, Option } from 'commander';
import { exitCodeHelp, serverHelp } from './exitCodes.ts';
import { languageOption } from './languageOption.ts';
import { serverOption, whole } from './packServerCommands.ts';
import type { CliLanguage } from './readPackArgument.ts';

interface Options {
  from: number;
  to: number;
  case?: string[];
  map: Readonly<Record<string, string>>;
  limits: 'keep' | 'shorten';
  dryRun: boolean;
  plan?: string;
  note?: string;
  json: boolean;
  lang: CliLanguage;
  server?: string;
}

/** `onewindow pack migrate`: the plan of a migration of running cases, and its execution. */
export function packMigrateCommand(): Command {
  return new Command('migrate')
    .description('把在办件迁移到另一版本 take running cases to another version: the plan first, then the act')
    .argument('<code>', '办事包代码 code of the pack')
    .requiredOption('--from <version>', '原版本 version that the cases are on', whole)
    .requiredOption('--to <version>', '新版本 version that they go to', whole)
    .option(
      '--case <number...>',
      '办件编号，默认为该版本的全部在办件 numbers of cases; default: all that run',
    )
    .option(
      '--map <old=new>',
      '环节的对应，可重复 step that takes the place of another, repeatable',
      addPair,
      {},
    )
    .addOption(
      new Option(
        '--limits <choice>',
        '已计算的法定、承诺等时限：keep 保持，shorten 按新版本缩短 clocks of the law that run: keep, or follow where sooner',
      )
        .choices(['keep', 'shorten'])
        .default('keep'),
    )
    .option('--dry-run', '只显示方案 show the plan only', false)
    .option('--plan <hash>', '只在方案仍是这一个时执行 carry out only while the plan is still this one')
    .option('--note <text>', '原因，执行时必填 why; needed to carry it out')
    .option('--json', '输出数据 print data', false)
    .addOption(serverOption())
    .addOption(languageOption())
    .addHelpText('after', `${serverHelp}${exitCodeHelp}`)
    .action(async (packCode: string, options: Options) => {
      const { runPackMigrate } = await import('./runPackMigrate.ts');
      const { lang, map, case: cases, ...rest } = options;
      process.exitCode = await runPackMigrate({
        ...rest,
        packCode,
        cases,
        mapping: map,
        server: options.server,
        language: lang,
      });
    });
}

function addPair(text: string, known: Readonly<Record<string, string>>): Record<string, string> {
  const [from, to, ...more] = text.split('=');
  if (!from || !to || more.length > 0) throw new InvalidArgumentError('旧环节=新环节 old=new');
  return { ...known, [from]: to };
}

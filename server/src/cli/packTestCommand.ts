import { Command, Option } from 'commander';
import type { CliLanguage } from './readPackArgument.ts';

interface Options {
  all: boolean;
  only?: string;
  engineUrl?: string;
  engine?: 'camunda' | 'operaton';
  documents?: string;
  lang: CliLanguage;
  json: boolean;
}

/** `onewindow pack test`: plays the scenarios of packs (docs/scenarios.md). */
export function packTestCommand(): Command {
  return new Command('test')
    .description('演练场景 play the scenarios of packs: exit 0 all passed, 1 one failed, 2 no pack')
    .argument('[folder...]', '办事包文件夹 folders of packs')
    .option('--all', '产品自带的全部办事包 all packs that come with the product', false)
    .option('--only <text>', '只演练文件名或名称含此文字的场景 only scenarios whose name contains the text')
    .option(
      '--engine-url <url>',
      '使用此引擎，不另起（账号见 ENGINE_USER、ENGINE_PASSWORD；存储见 MONGODB_URI）an engine that runs already',
    )
    .addOption(
      new Option('--engine <name>', '内嵌引擎 the embedded engine')
        .choices(['camunda', 'operaton'])
        .conflicts('engineUrl'),
    )
    .addOption(new Option('--lang <language>', '语言 language').choices(['zh-CN', 'en']).default('zh-CN'))
    .option(
      '--documents <folder>',
      '把各类文书存为 PDF 以便查看 keep the documents that were drawn, one of each kind',
    )
    .option('--json', '输出数据 print data', false)
    .action(async (folders: string[], { all, only, engineUrl, engine, documents, lang, json }: Options) => {
      const { runPackTest } = await import('./runPackTest.ts');
      process.exitCode = await runPackTest({
        folders,
        all,
        only,
        engineUrl,
        engine,
        documents,
        language: lang,
        json,
      });
    });
}

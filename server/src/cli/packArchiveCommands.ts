import type { Command } from 'commander';
import { exitCodeHelp, serverHelp } from './exitCodes.ts';
import { languageOption } from './languageOption.ts';
import { serverOption, whole } from './packServerCommands.ts';
import type { CliLanguage } from './readPackArgument.ts';

/** The commands that make a pack or carry it between installations: new, export, import. */
export function addArchiveCommands(pack: Command): void {
  pack
    .command('new')
    .description('从模板建立办事包 make a pack from a template')
    .argument('<folder>', '要建立的文件夹，名称即代码 folder to make; its name is the code')
    .requiredOption('--name <text>', '事项名称 name in Chinese')
    .requiredOption('--name-en <text>', '英文名称 name in English')
    .option('--code <code>', '办事包代码，默认为文件夹名 code, default: the name of the folder')
    .option(
      '--template <pack>',
      '模板：文件夹或产品自带办事包的代码，默认为最小模板 folder or code to start from; default: minimal',
    )
    .option('--department <id>', '实施部门 department that is responsible')
    .addOption(languageOption())
    .addHelpText('after', exitCodeHelp)
    .action(async (folder: string, options: NewOptions) => {
      const { runPackNew } = await import('./runPackNew.ts');
      const { lang, code, name, nameEn, department, template } = options;
      process.exitCode = await runPackNew({
        folder,
        code,
        name,
        nameEn,
        department,
        template,
        language: lang,
      });
    });
  pack
    .command('export')
    .description('写成一个带签名的 zip write one signed zip (docs/decisions/0007)')
    .argument('<source>', '文件夹，或者服务器上的 代码[@版本] a folder, or code[@version] at the server')
    .requiredOption('-o, --output <file>', 'zip 文件 file to write')
    .requiredOption(
      '--key <pem>',
      'Ed25519 私钥（PEM，口令见 ONEWINDOW_KEY_PASSPHRASE）Ed25519 private key; passphrase from ONEWINDOW_KEY_PASSPHRASE',
    )
    .addOption(serverOption())
    .addOption(languageOption())
    .addHelpText('after', `${serverHelp}${exitCodeHelp}`)
    .action(async (source: string, options: ExportOptions) => {
      const { runPackExport } = await import('./runPackExport.ts');
      const { lang, output, key, server } = options;
      process.exitCode = await runPackExport({ source, output, key, server, language: lang });
    });
  pack
    .command('import')
    .description('验证带签名的 zip，写入文件夹或者发布 verify a signed zip, write a folder or publish')
    .argument('<file>', 'zip')
    .requiredOption('--trust <pem>', '受信任的公钥或证书（PEM）trusted public keys or certificates')
    .option('--into <folder>', '写入的文件夹 folder to write')
    .option('--base <version>', '发布时所依据的版本 version it is based on when published', whole, 0)
    .option('--note <text>', '修改说明 note of the publication', '')
    .option('--departments <file>', '部门标识（JSON 数组）department ids, a JSON list')
    .addOption(serverOption())
    .addOption(languageOption())
    .addHelpText('after', `${serverHelp}${exitCodeHelp}`)
    .action(async (file: string, options: ImportOptions) => {
      const { runPackImport } = await import('./runPackImport.ts');
      const { lang, trust, into, server, base, note, departments } = options;
      process.exitCode = await runPackImport({
        file,
        trust,
        into,
        server,
        base,
        note,
        departments,
        language: lang,
      });
    });
}

interface NewOptions {
  lang: CliLanguage;
  code?: string;
  name: string;
  nameEn: string;
  department?: string;
  template?: string;
}

interface ExportOptions {
  lang: CliLanguage;
  output: string;
  key: string;
  server?: string;
}

interface ImportOptions {
  lang: CliLanguage;
  trust: string;
  into?: string;
  server?: string;
  base: number;
  note: string;
  departments?: string;
}

import { Command, CommanderError } from 'commander';
import { calendarCommand } from './calendarCommand.ts';
import { clockCommand } from './clockCommand.ts';
import { packCommand } from './packCommand.ts';
import { simulateCommand } from './simulateCommand.ts';

const program = new Command('onewindow').description('OneWindow 一窗').exitOverride();

program.addCommand(packCommand());
program.addCommand(clockCommand());
program.addCommand(calendarCommand());
program.addCommand(simulateCommand());

program
  .command('verify')
  .description(
    '验证 PDF 证照或文书 verify a PDF: exit 0 intact and trusted, 1 refused, 2 intact but not trusted',
  )
  .argument('<file>', 'PDF')
  .option('--trust <pem>', '受信任的根证书（PEM）trusted roots in PEM')
  .option('--lang <language>', 'zh-CN | en | both', 'both')
  .action(async (file: string, options: { trust?: string; lang: string }) => {
    const { runVerify } = await import('./runVerify.ts');
    process.exitCode = await runVerify({ file, trust: options.trust, language: options.lang });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 64;
  else throw error;
}

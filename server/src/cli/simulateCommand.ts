import { Command, InvalidArgumentError } from 'commander';

interface Options {
  cases: number;
  days: number;
  seed: string;
  start?: string;
  into?: string;
}

/** `onewindow simulate`, `npm run simulate`: plays the traffic of a district into this installation. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description(
      '模拟办件 play the traffic of a district into this installation, through its use cases: exit 0 played, 1 refused, 3 stopped before its end',
    )
    .requiredOption('--cases <n>', '办件数 number of cases', wholeNumber)
    .requiredOption('--days <d>', '天数，至今天为止 days, the last of them today', wholeNumber)
    .option(
      '--seed <text>',
      '随机种子；相同则相同，中断后接着办 the same seed plays the same, and goes on with what was stopped',
      '1',
    )
    .option('--start <day>', '第一天（YYYY-MM-DD），代替“至今天为止” first day, instead of ending today', day)
    .option(
      '--into <tenant>',
      '非演示环境须写明其区划代码 code of the district, demanded where the installation is no demonstration',
    )
    .addHelpText(
      'after',
      '\n先停止 npm start；数据目录、端口、存储和引擎由同样的变量决定（DATA_DIR、MONGODB_URI、ENGINE_URL …）。' +
        '\nStop `npm start` first; the same variables say which installation it is (DATA_DIR, MONGODB_URI, ENGINE_URL …).',
    )
    .action(async (options: Options) => {
      const { runSimulate } = await import('./runSimulate.ts');
      process.exitCode = await runSimulate(options);
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('正整数 a whole number above 0');
  return Number(text);
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}

import { Command } from 'commander';
import { languageOption } from './languageOption.ts';
import type { CliLanguage } from './readPackArgument.ts';

const computeHelp = `
每行一个 JSON 对象，时间为北京时间，精确到分 One JSON object a line, times of Asia/Shanghai to the minute:
  {"id":"A","startAt":"2026-11-20T10:00","limit":{"value":5,"unit":"workday"},"extension":null,"pauses":[["2026-11-24T09:00","2026-11-25T10:00"]]}
按原顺序逐行回答 answered line by line, in order:
  {"id":"A","dueAt":"2026-12-01T18:00"}
无法计算的行 a line that cannot be computed:
  {"id":"A","error":{"code":"limitInvalid","message":"…","line":1}}

单位 Units: workday day month year workhour hour minute immediate
“extension”为数值，或 {"value","unit"}（与时限同单位）；视为在到期前提出 a number, or {"value","unit"} in the limit's own unit; taken as asked for in time.
“businessHours”为部门自己的办公时间，不写则按日历 the department's own hours, the calendar's otherwise: [["08:30","11:30"],["14:00","17:00"]]
暂停结束为 null：给出“now”则按此刻结束推算，否则回答 pauseOpen a pause that ends with null is open: with "now" it is taken to end then, without it the answer is pauseOpen.
空行略过 Empty lines are passed over.

退出码 Exit codes:
  0  全部算出 every line computed
  1  有的行无法计算，或者日历有错 a line could not be computed, or the calendar has an error
  2  日历文件无法读取 the calendar cannot be read
`;

/** `onewindow clock …`: time limits for other programs, without a running system. */
export function clockCommand(): Command {
  const clock = new Command('clock').description('时限 time limits');
  clock
    .command('compute')
    .description('计算到期时间：标准输入每行一个 JSON compute due dates: JSON lines on standard input')
    .option(
      '--calendar <file>',
      '日历文件（JSON），默认为产品自带的日历 calendar, default: the product’s own',
    )
    .option('--details', '同时输出是否暂定、总数 also whether the date is provisional, and N', false)
    .addOption(languageOption())
    .addHelpText('after', computeHelp)
    .action(async (options: { calendar?: string; details: boolean; lang: CliLanguage }) => {
      const { runClockCompute } = await import('./runClockCompute.ts');
      const { calendar, details, lang } = options;
      process.exitCode = await runClockCompute({ calendarFile: calendar, details, language: lang });
    });
  return clock;
}

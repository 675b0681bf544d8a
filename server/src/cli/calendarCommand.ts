import { Command } from 'commander';
import { languageOption } from './languageOption.ts';
import type { CliLanguage } from './readPackArgument.ts';

/** `onewindow calendar …`: working calendars as files. */
export function calendarCommand(): Command {
  const calendar = new Command('calendar').description('工作日历 working calendars');
  calendar
    .command('check')
    .description('检查日历文件 check a calendar: exit 0 sound, 1 errors with their lines, 2 cannot be read')
    .argument('<file>', '日历文件（JSON）calendar as JSON')
    .addOption(languageOption())
    .action(async (file: string, { lang }: { lang: CliLanguage }) => {
      const { runCalendarCheck } = await import('./runCalendarCheck.ts');
      process.exitCode = runCalendarCheck(file, lang);
    });
  return calendar;
}

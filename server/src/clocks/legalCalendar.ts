import { type Calendar, defaultCalendar } from '@onewindow/clocks';

/** The calendar in force and its version, as clocks record it. */
export interface LegalCalendar {
  calendar: Calendar;
  /** `id@version`. */
  version: string;
}

/** The calendar that comes with the product. */
export function productCalendar(): LegalCalendar {
  return { calendar: defaultCalendar, version: `${defaultCalendar.id}@${defaultCalendar.version}` };
}

import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { CountedFrom } from './readVariables.ts';

/**
 * The days that the variables of a form may be counted from: that of receipt and, of a step, that on which it is completed (`at`). The
 * application is handed in on the day of receipt; before it both are the day of `at`.
 */
export function countedFrom(
  app: Pick<AppContext, 'calendar'>,
  { receivedAt }: Pick<CaseDocument, 'receivedAt'>,
  at: Date,
  form: 'application' | 'step',
): CountedFrom {
  const receipt = shanghaiDay(receivedAt ?? at);
  const today = form === 'application' ? receipt : shanghaiDay(at);
  return { receipt, today, calendar: app.calendar.calendar };
}

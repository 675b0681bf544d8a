import { shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { planTheme } from './planTheme.ts';

/** What the one receipt of a theme tells of its items: number, department, when it begins, by when it is promised. */
export async function themeValues(
  app: AppContext,
  subject: CaseDocument,
  now: Date,
): Promise<Record<string, unknown>> {
  const items = subject.theme?.items ?? [];
  const { lines } = await planTheme({ app, items, cases: [], variables: {}, now });
  const rows = await Promise.all(
    items.map(async (item) => {
      const { pack } = await app.packs.live(item.packCode);
      const line = lines.find(({ packCode }) => packCode === item.packCode);
      return {
        name: pack.name['zh-CN'],
        caseNo: item.caseNo,
        department: app.organisation.department(pack.department).name,
        begins: item.after.length === 0 ? `已收件（${chineseDate(shanghaiDay(now))}）` : '等待前一事项办结',
        promised: line?.promisedDay == null ? '—' : chineseDate(line.promisedDay),
      };
    }),
  );
  return { themeItems: rows, themePromisedDay: chineseDate(subject.theme?.promisedDay ?? '') };
}

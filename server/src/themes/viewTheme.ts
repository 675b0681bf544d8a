import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, ThemeItem } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { planTheme } from './planTheme.ts';
import { planItems, readItemCases, themeOf } from './themeItems.ts';

/** The plan of a theme for the screen; before receipt as the answers so far would have it. */
export async function viewTheme(app: AppContext, themeCase: CaseDocument) {
  const now = app.time.now();
  const loaded = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const theme = themeOf(loaded);
  const { variables } = await readEngineVariables({ app, subject: themeCase });
  const items: ThemeItem[] =
    themeCase.theme?.items ??
    (await planItems(app, theme, variables)).map(({ rule, after }) => ({
      packCode: rule.item,
      operation: rule.operation,
      caseId: '',
      caseNo: '',
      after,
      onRefusal: rule.onRefusal,
    }));
  const cases = await readItemCases(app, themeCase);
  const plan = await planTheme({ app, items, cases, variables, now });
  return {
    promisedDay: themeCase.theme?.promisedDay ?? plan.promisedDay,
    /** By the clocks as they run now; differs from the promise when an item was paused, extended or late. */
    expectedDay: plan.promisedDay,
    items: await Promise.all(
      items.map(async (item) => {
        const subject = cases.find(({ _id }) => _id === item.caseId);
        const { pack } = await app.packs.live(item.packCode);
        const line = plan.lines.find(({ packCode }) => packCode === item.packCode);
        return {
          packCode: item.packCode,
          name: subject?.itemName ?? pack.name,
          operationName: pack.operations.find(({ key }) => key === item.operation)?.name ?? null,
          department: departmentRef(app, subject?.departmentId ?? pack.department),
          caseId: subject?._id ?? null,
          caseNo: item.caseNo === '' ? null : item.caseNo,
          state: subject?.state ?? null,
          decision: subject?.decision?.kind ?? null,
          annulled: subject?.decision?.annulled !== undefined,
          after: item.after,
          startDay: line?.startDay ?? null,
          promisedDay: line?.promisedDay ?? null,
          basis: line?.basis ?? 'estimated',
          light: subject?.clock === undefined ? null : lightOfSummary(subject.clock, now),
          licenseAction: pack.operations.find(({ key }) => key === item.operation)?.licenseAction ?? 'none',
        };
      }),
    ),
    jointVisit:
      themeCase.theme?.jointVisit === undefined ? null : themeCase.theme.jointVisit.at.toISOString(),
  };
}

import type { Theme } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { conditionHolds } from '../catalog/conditionHolds.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';

/** One item of a theme as this application asks for it, with the version that it will be pinned to. */
export interface PlannedItem {
  rule: Theme['items'][number];
  loaded: LoadedPack;
  /** Items of this application that must be granted first: what is not part of it is not waited for. */
  after: string[];
  /** Item whose license names the applicant, where it is part of this application. */
  applicantFrom: string | undefined;
}

/** The rules of the theme that a case is about. Throws Error for any other case. */
export function themeOf(loaded: LoadedPack): Theme {
  const { theme } = loaded.pack;
  if (theme === undefined) throw new Error(`pack ${loaded.pack.packCode} is no theme`);
  return theme;
}

/** The items that these answers ask for, in the order of the pack. Throws AppError `itemUnknown`. */
export async function planItems(
  app: AppContext,
  theme: Theme,
  variables: Readonly<Record<string, string | number | boolean>>,
): Promise<PlannedItem[]> {
  const rules = theme.items.filter(({ when }) => when === undefined || conditionHolds(when, variables));
  const included = new Set(rules.map(({ item }) => item));
  return Promise.all(
    rules.map(async (rule) => ({
      rule,
      loaded: await app.packs.live(rule.item),
      after: rule.after.filter((code) => included.has(code)),
      applicantFrom:
        rule.applicantFrom !== undefined && included.has(rule.applicantFrom) ? rule.applicantFrom : undefined,
    })),
  );
}

/** The cases of a theme's items, in the order of the items. */
export async function readItemCases(app: AppContext, themeCase: CaseDocument): Promise<CaseDocument[]> {
  const found = (await app.models.cases
    .find({ tenant: app.tenant, 'family.themeCaseId': themeCase._id })
    .lean()) as CaseDocument[];
  return (themeCase.theme?.items ?? []).flatMap(
    ({ caseId }) => found.find(({ _id }) => _id === caseId) ?? [],
  );
}

import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, CaseState, ThemeItem } from '../cases/model.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { keepJointVisitClock } from './jointVisitClock.ts';
import { releaseItem } from './releaseItem.ts';
import { readItemCases } from './themeItems.ts';

const actor = { kind: 'system', name: 'theme' } as const;
const ended: readonly CaseState[] = ['delivered', 'closed', 'notAccepted', 'withdrawn'];

/**
 * Something happened to an item of a theme: what waits for it is taken up when everything it waits for is granted, or
 * ends when that can no longer be (the pack says which). Idempotent: it looks at the family as it is now, and may be
 * delivered again after a crash. The outbox entry names the theme's case.
 */
export async function advanceTheme(app: AppContext, entry: OutboxDocument): Promise<void> {
  const themeCaseId = String(entry.payload['themeCaseId']);
  // What is taken up or ended changes the family: look until nothing moves any more.
  for (;;) {
    const themeCase = (await app.models.cases
      .findOne({ _id: themeCaseId, tenant: app.tenant })
      .lean()) as CaseDocument | null;
    if (themeCase?.theme === undefined) return;
    const cases = await readItemCases(app, themeCase);
    if (!(await moveOne(app, themeCase, cases))) {
      await keepJointVisitClock(app, themeCase, cases);
      await refreshTheme(app, themeCaseId, cases);
      return;
    }
  }
}

async function moveOne(
  app: AppContext,
  themeCase: CaseDocument,
  cases: readonly CaseDocument[],
): Promise<boolean> {
  const items = themeCase.theme?.items ?? [];
  for (const item of items) {
    const subject = cases.find(({ _id }) => _id === item.caseId);
    if (subject?.state !== 'waiting') continue;
    const verdict = await judge(app, items, cases, item);
    if (verdict === 'wait') continue;
    if (verdict === 'release') await releaseItem({ app, themeCase, cases, item, subject });
    else await endDependent(app, themeCase, subject, verdict.failed);
    return true;
  }
  return false;
}

/** Whether an item that waits may begin, must go on waiting, or can never begin. */
async function judge(
  app: AppContext,
  items: readonly ThemeItem[],
  cases: readonly CaseDocument[],
  item: ThemeItem,
): Promise<'wait' | 'release' | { failed: ThemeItem }> {
  let verdict: 'wait' | 'release' = 'release';
  for (const code of item.after) {
    const before = items.find(({ packCode }) => packCode === code);
    const subject = cases.find(({ _id }) => _id === before?.caseId);
    if (before === undefined || subject === undefined) continue;
    if (await isGranted(app, subject)) continue;
    const failed = subject.decision?.kind === 'refuse' || ended.includes(subject.state);
    if (!failed) verdict = 'wait';
    else if (before.onRefusal === 'cancelDependents') return { failed: before };
  }
  return verdict;
}

/** Granted, and the license out where it issues one: those who wait build on it. */
async function isGranted(app: AppContext, subject: CaseDocument): Promise<boolean> {
  const { decision } = subject;
  if (decision?.kind !== 'grant' || decision.annulled !== undefined) return false;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.operation(subject.operation).licenseAction === 'none') return true;
  const issued = await app.models.licenses.countDocuments({
    tenant: app.tenant,
    caseId: subject._id,
    state: 'issued',
  });
  return issued > 0;
}

/** The applicant is told by the notice of the theme, where it names one; the item ends without having begun. */
async function endDependent(
  app: AppContext,
  themeCase: CaseDocument,
  subject: CaseDocument,
  failed: ThemeItem,
): Promise<void> {
  const loaded = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const notice = loaded.pack.theme?.dependentsNotice;
  await changeCase({
    app,
    caseId: subject._id,
    actor,
    known: subject,
    work: (change) => {
      change.subject.state = 'closed';
      change.subject.endedAt = change.now;
      change.event('dependencyFailed', { item: failed.packCode });
      if (notice === undefined) return;
      change.event('noticeSent', { notice });
      change.outbox({
        destination: 'notices',
        type: 'sendNotice',
        payload: { notice, packCode: themeCase.packCode },
      });
    },
  });
}

/** The theme's own case follows its items: to be accepted, in hand, finished. */
async function refreshTheme(
  app: AppContext,
  themeCaseId: string,
  cases: readonly CaseDocument[],
): Promise<void> {
  const themeCase = (await app.models.cases
    .findOne({ _id: themeCaseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (themeCase === null) return;
  if (themeCase.state === 'withdrawn' || themeCase.state === 'closed') return;
  const atWindow = cases.some(
    ({ state }) => state === 'received' || state === 'supplementing' || state === 'draft',
  );
  const state: CaseState = cases.every((subject) => isDone(subject))
    ? 'closed'
    : atWindow
      ? 'received'
      : 'accepted';
  if (state === themeCase.state) return;
  await changeCase({
    app,
    caseId: themeCase._id,
    actor,
    known: themeCase,
    work: (change) => {
      change.subject.state = state;
      if (state === 'accepted') change.subject.acceptedAt ??= change.now;
      if (state !== 'closed') return;
      change.subject.endedAt = change.now;
      change.event('themeFinished');
    },
  });
}

function isDone({ state }: CaseDocument): boolean {
  return ended.includes(state);
}

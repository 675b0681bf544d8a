import { isDeepStrictEqual } from 'node:util';
import type { Theme } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, type Changed, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, CaseState } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { readApplication, saveAnswers } from './applicationOfItem.ts';
import { mapAnswers, writePointer } from './mapAnswers.ts';

/** Items whose application still takes the answer; an accepted one is judged as it was accepted, and is told only. */
const open: readonly CaseState[] = ['draft', 'waiting', 'received', 'supplementing'];

/**
 * What the correction of one item changed of a question that the theme asks once: the answer becomes the theme's and that of every other
 * item that is not accepted yet, so that nobody is asked for it again, and what those items have billed before acceptance is reckoned
 * anew from it; an item under way gets an event that says which answer changed.
 * In the transaction of the correction; the caller announces the cases. Nothing for a case of no theme.
 * Throws AppError `feeQuantityUnreadable` where another item's fee cannot be reckoned from the answer.
 */
export async function shareCorrection(options: {
  app: AppContext;
  session: ClientSession;
  now: Date;
  actor: Actor;
  subject: CaseDocument;
}): Promise<Changed<void>[]> {
  const { app, session, now, actor, subject } = options;
  const themeCase = await read(app, session, subject.family?.themeCaseId);
  if (themeCase === undefined) return [];
  const { theme } = (await app.packs.version(themeCase.packCode, themeCase.packVersion)).pack;
  if (theme === undefined) return [];
  const [own, shared] = await Promise.all([
    readApplication(app, session, subject._id),
    readApplication(app, session, themeCase._id),
  ]);
  if (own === null || shared === null) return [];
  const answers = dataOf(app, shared);
  const fields = changedQuestions(theme, subject, dataOf(app, own), answers);
  if (fields.length === 0) return [];
  await saveAnswers(app, session, shared, answers);
  const told: Changed<void>[] = [];
  for (const item of themeCase.theme?.items ?? []) {
    if (item.caseId === subject._id) continue;
    const other = await read(app, session, item.caseId);
    const mapped = mapAnswers(
      { ...theme, sharedQuestions: theme.sharedQuestions.filter(({ field }) => fields.includes(field)) },
      { item: item.packCode, operation: item.operation },
      answers,
    );
    if (other === undefined || Object.keys(mapped).length === 0 || !concerns(other)) continue;
    told.push(
      await changeCaseIn(
        session,
        {
          app,
          caseId: other._id,
          actor: asEventActor(actor),
          work: async (change) => {
            const taken = open.includes(change.subject.state);
            if (taken) await take(app, change, theme, item, fields, answers);
            change.event(taken ? 'answerCorrected' : 'answerDiffers', {
              item: subject.itemName['zh-CN'],
              questions: namesOf(theme, fields),
            });
          },
        },
        now,
      ),
    );
  }
  return told;
}

/** Writes into `answers` what the item says otherwise; gives the fields of the theme's form that changed. */
function changedQuestions(
  theme: Theme,
  subject: CaseDocument,
  data: Readonly<Record<string, unknown>>,
  answers: Record<string, unknown>,
): string[] {
  const { packCode, operation } = subject;
  return theme.sharedQuestions.flatMap(({ field, to }) => {
    const place = to.find((one) => one.item === packCode && one.operation === operation);
    const value = place === undefined ? undefined : readPointer(data, place.field);
    if (value === undefined || isDeepStrictEqual(value, readPointer(answers, field))) return [];
    writePointer(answers, field, structuredClone(value));
    return [field];
  });
}

/** The questions as the pack calls them. */
function namesOf(theme: Theme, fields: readonly string[]): string {
  const asked = theme.sharedQuestions.filter(({ field }) => fields.includes(field));
  return asked.map(({ name }) => name['zh-CN']).join('、');
}

/** Is there still something to decide in it? */
function concerns({ state }: CaseDocument): boolean {
  return open.includes(state) || state === 'accepted';
}

async function take(
  app: AppContext,
  change: CaseChange,
  theme: Theme,
  item: { packCode: string; operation: string },
  fields: readonly string[],
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { session, subject } = change;
  const found = await readApplication(app, session, subject._id);
  if (found === null) return;
  const data = dataOf(app, found);
  for (const { field, to } of theme.sharedQuestions) {
    const value = readPointer(answers, field);
    if (!fields.includes(field) || value === undefined) continue;
    for (const place of to)
      if (place.item === item.packCode && place.operation === item.operation)
        writePointer(data, place.field, structuredClone(value));
  }
  await saveAnswers(app, session, found, data);
  // Where it is being corrected itself, its own handing in again reckons; before receipt nothing is billed.
  if (subject.state === 'received') await raiseBill({ app, change, due: 'acceptance', anew: true });
}

async function read(
  app: AppContext,
  session: ClientSession,
  caseId: string | undefined,
): Promise<CaseDocument | undefined> {
  if (caseId === undefined || caseId === '') return undefined;
  const found = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }, null, { session }).lean();
  return (found as CaseDocument | null) ?? undefined;
}

import { computeDue, type Limit, shanghaiDay } from '@onewindow/clocks';
import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { startClock } from '../clocks/startClock.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { mayRecord } from './appealRights.ts';
import type { AppealKind } from './model.ts';
import { waysFor } from './waysFor.ts';

type Form = ReturnType<LoadedPack['form']>;

/**
 * Records an appeal against the decision of a case: by the window that took the case in, or by the department that decided.
 * One to the department itself is late after its time and then refused, and its clock runs from now; what goes to another
 * body or a court is recorded as it is told, late or not. Returns its id.
 * Throws AppError `notFound`, `stateConflict` (no decision, or one that has lost its effect), `appealUnknown` (the item has no such way), `dayAhead`,
 * `appealTooLate`, `appealOpen`, `formInvalid`.
 */
export async function recordAppeal(input: {
  app: AppContext;
  actor: Actor;
  subject: CaseDocument;
  kind: AppealKind;
  lodgedOn: string;
  formData: Record<string, unknown>;
}): Promise<{ id: string }> {
  const { app, actor, subject, kind, lodgedOn } = input;
  if (!mayRecord(actor, subject)) throw new AppError('notFound');
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const ways = waysFor(loaded.pack);
  const way = ways[kind];
  if (way === undefined) throw new AppError('appealUnknown');
  if (lodgedOn > shanghaiDay(app.time.now())) throw new AppError('dayAhead');
  const formPath = kind === 'internal' ? ways.internal?.form : undefined;
  const data = await checkForm(formPath === undefined ? undefined : loaded.form(formPath), input.formData);
  const id = newId();
  await changeCase({
    app,
    caseId: subject._id,
    actor: asEventActor(actor),
    work: async (change) => {
      const { decision } = change.subject;
      if (decision === undefined || decision.annulled !== undefined)
        throw new AppError('stateConflict', { params: { state: change.subject.state } });
      const lastDay = await lastDayOf(app, change, way.within);
      const late = lastDay !== undefined && lodgedOn > lastDay;
      if (late && kind === 'internal') throw new AppError('appealTooLate', { params: { day: lastDay } });
      const stored = app.models.appeals.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant: app.tenant,
            caseId: subject._id,
            caseNo: subject.caseNo ?? '',
            kind,
            decisionNo: decision.number,
            against: decision.by,
            departmentId: subject.departmentId,
            lodgedOn,
            ...(lastDay === undefined ? {} : { lastDay }),
            late,
            sealedForm: app.cipher.seal(data, id),
            by: asAuthor(actor),
            at: change.now,
            state: 'open',
            version: 1,
          },
        ],
        { session: change.session },
      );
      await stored.catch((cause: unknown) => {
        throw isDuplicateKey(cause) ? new AppError('appealOpen', { cause }) : cause;
      });
      if (kind === 'internal')
        await startClock({
          app,
          change,
          kind: 'appeal',
          limit: ways.internal?.decideWithin,
          startAt: change.now,
          departmentId: subject.departmentId,
        });
      change.event('appealRecorded', { way: kind, day: lodgedOn });
    },
  });
  return { id };
}

/** What the form of the item says, checked. Throws AppError `formInvalid`. */
async function checkForm(
  form: Form | undefined,
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (form === undefined) return {};
  const checked = await validateSubmission({
    form,
    data,
    mode: 'submit',
    locale: 'zh-CN',
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  return checked.data;
}

/** Last day of a way: reckoned from the day on which the decision was delivered, or else was made. */
async function lastDayOf(app: AppContext, change: CaseChange, within: Limit): Promise<string | undefined> {
  if (within.unit === 'none') return undefined;
  const delivery = (await change.clocks.all()).findLast(({ kind }) => kind === 'delivery');
  const from = delivery?.stoppedAt ?? change.subject.decision?.at ?? change.now;
  return computeDue({ limit: within, startAt: from }, app.calendar.calendar, change.now).dueDay;
}

import type { Effect } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { maskValue } from '../cases/maskValue.ts';
import type { Text } from '../errors/appError.ts';
import { gatherFacts, writeOut } from '../licenses/readSource.ts';
import { newId } from '../store/newId.ts';

export type NoticeRow = { label: Text; value: string };

/**
 * Posts what the pack shows of a case, covered, until its period ends, in the transaction that starts the period; an
 * earlier notice of the case is taken down. Without `shows` nothing is posted: the notice hangs on paper only.
 */
export async function postNotice(options: {
  app: AppContext;
  change: CaseChange;
  effect: Extract<Effect, { startPublicNotice: unknown }>['startPublicNotice'];
  /** The step that starts it and what its form says: not stored yet. */
  step: string;
  data: Record<string, unknown>;
  /** Department that posts it. */
  departmentId: string;
  from: string;
  due: { dueDay: string; dueAt: Date };
}): Promise<void> {
  const { app, change, effect, step, data, due } = options;
  const { subject, session, now } = change;
  await takeDownNotices(app, change);
  if (effect.shows === undefined) return;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const facts = await gatherFacts(app, subject);
  const known = {
    values: { ...facts.values, [`step.${step}`]: data },
    forms: { ...facts.forms, [`step.${step}`]: loaded.form(loaded.step(step).form) },
  };
  const rows: NoticeRow[] = effect.shows.map(({ label, from, as, mask }) => ({
    label,
    value: maskValue(writeOut(known, { from, as }), mask),
  }));
  const id = newId();
  await app.models.publicNotices.insertMany(
    [
      {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        packCode: subject.packCode,
        packVersion: subject.packVersion,
        itemName: subject.itemName,
        departmentId: options.departmentId,
        area: subject.area,
        where: effect.where ?? [],
        sealedRows: app.cipher.seal(rows, id),
        ...(effect.objectionForm === undefined ? {} : { objectionForm: effect.objectionForm }),
        from: options.from,
        untilDay: due.dueDay,
        endsAt: due.dueAt,
        state: 'posted',
        createdAt: now,
      },
    ],
    { session },
  );
}

/** Takes the notices of a case down: it was sent back, withdrawn, or its period begins anew. */
export async function takeDownNotices(app: AppContext, { subject, session }: CaseChange): Promise<void> {
  await app.models.publicNotices.updateMany(
    { tenant: app.tenant, caseId: subject._id, state: 'posted' },
    { $set: { state: 'ended' }, $unset: { sealedRows: 1 } },
    { session },
  );
}

import { lightOf } from '@onewindow/clocks';
import { clockInputOf } from '../clocks/clockInputOf.ts';
import type { ClockDocument, ClockKind } from '../clocks/model.ts';
import { newId } from '../store/newId.ts';
import type { ActContext } from './actContext.ts';

/** 综合评价: what became of the case file, written once with its end (GB/T 30428.4 evaluates by such records). */
export async function recordEvaluation(context: ActContext): Promise<void> {
  const { app, change, file } = context;
  const { subject } = change;
  const clocks = await change.clocks.all();
  const kept = (kind: ClockKind) => keptAll(context, clocks, kind);
  await app.models.evaluations.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        packCode: subject.packCode,
        itemName: subject.itemName,
        ...(file.unit === undefined ? {} : { unit: file.unit }),
        source: file.source,
        ...(file.subcategory === undefined ? {} : { subcategory: file.subcategory }),
        result: file.end?.kind ?? 'closed',
        rounds: file.round,
        counts: { ...file.counts },
        responseOnTime: kept('response'),
        disposalOnTime: kept('disposal'),
        measures: measuresOf(context),
        at: change.now,
      },
    ],
    { session: change.session },
  );
}

/** Whether every stopped clock of a kind was kept; null where none was stopped. */
function keptAll({ app, change }: ActContext, clocks: readonly ClockDocument[], kind: ClockKind) {
  const stopped = clocks.filter((clock) => clock.kind === kind && clock.state === 'stopped');
  if (stopped.length === 0) return null;
  const { calendar } = app.calendar;
  return stopped.every((clock) => lightOf(clockInputOf(clock), calendar, change.now).light === 'doneOnTime');
}

/** The measures of the last call back in which somebody was reached. */
function measuresOf({ dispatch, file }: ActContext): Record<string, boolean> {
  const call = file.calls.findLast((entry) => entry.reached);
  const asked = dispatch.callBack?.questions ?? [];
  return Object.fromEntries(
    asked.flatMap(({ key, measure, answers }) => {
      const given = answers.find((answer) => answer.value === call?.answers[key]);
      return measure === 'none' || given === undefined ? [] : [[measure, given.good] as const];
    }),
  );
}

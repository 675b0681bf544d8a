import { createHash } from 'node:crypto';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { inTransaction, isDuplicateKey } from '../../store/inTransaction.ts';
import { changeOf } from '../../supervision/changeRecord.ts';
import { requireOwnFiles } from '../../supervision/recordFiles.ts';
import { mayAppeal } from '../mayRead.ts';
import type { PerformanceAppealDocument } from '../model.ts';
import { dueDayOf } from '../results/dueDayOf.ts';
import { countsAgainst } from '../results/listFacts.ts';
import { findSubject } from '../results/readSubject.ts';
import { type SchemeKind, schemeFile, schemeOf } from '../schemes/schemeFile.ts';

/**
 * 申诉 against one fact of a figure of a published evaluation, once each: by the head for the department, by an officer for
 * themselves, with papers that were put to the score. A supervisor answers in the time of the scheme file.
 * Throws AppError `notFound`, `periodOpen` (not published), `factUnknown`, `appealLate`, `appealedBefore`, `fileUnknown`.
 */
export async function appealFigure(input: {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  period: string;
  subjectId: string;
  indicator: string;
  /** Key of the fact. */
  key: string;
  text: string;
  files: readonly string[];
}): Promise<PerformanceAppealDocument> {
  const { app, actor, kind, period, subjectId, indicator: id, key, text, files } = input;
  const { performance, scoreId, line, facts } = await findSubject(input);
  const { departmentId, name } = line;
  if (!mayAppeal(actor, { kind, subjectId, departmentId })) throw new AppError('notFound');
  if (performance === undefined || scoreId === null) throw new AppError('periodOpen', { params: { period } });
  const indicator = schemeOf(kind).indicators.find((one) => one.id === id);
  const fact = facts[id]?.find((one) => one.key === key);
  const weight = performance.setting.indicators[id]?.weight ?? 0;
  if (indicator === undefined || fact === undefined || weight === 0 || !countsAgainst(indicator, fact))
    throw new AppError('factUnknown');
  const until = await dueDayOf(app, schemeFile.appealWithin, performance, { kind, period });
  if (until.past) throw new AppError('appealLate', { params: { day: until.day } });
  await requireOwnFiles(app, scoreId, files);
  const now = app.time.now();
  const appeal: PerformanceAppealDocument = {
    // One for a fact of a figure, however often it is asked for at once.
    _id: createHash('sha256')
      .update([performance.factsOf, subjectId, id, key].join('|'))
      .digest('hex')
      .slice(0, 40),
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: '',
    caseNo: '',
    departmentId,
    ...{ kind, period, revision: performance.revision, scoreId, subjectId, name },
    indicator: id,
    fact,
    text,
    files: [...files],
    by: asAuthor(actor),
    at: now,
    state: 'open',
    stage: 'appealed',
    version: 1,
    eventSeq: 0,
    lastEventHash: '',
  };
  try {
    return await inTransaction(app.connection, async (session) => {
      // An attempt after a conflict begins anew.
      const made = { ...appeal };
      const record = changeOf(app, made, { session, now, actor: asEventActor(actor) });
      await record.event('evaluationAppealed', { text, files: [...files] });
      await record.expect(schemeFile.answerWithin);
      await app.models.performanceAppeals.insertMany([made], { session });
      return made;
    });
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('appealedBefore') : error;
  }
}

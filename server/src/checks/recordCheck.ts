import { shanghaiDay } from '@onewindow/clocks';
import { validateSubmission } from '@onewindow/forms';
import type { Check } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { checkedLicense, needsCheck } from './checkedLicense.ts';
import { checkOfPack } from './checkOfPack.ts';
import { failCheck } from './failCheck.ts';
import type { CheckDocument, CheckRecord } from './model.ts';
import { passCheck } from './passCheck.ts';
import { readCheck } from './readCheck.ts';
import { saveCheck } from './saveCheck.ts';

export interface CheckReport {
  /** Shanghai day on which it was made. */
  day: string;
  /** Left out where the form says it. */
  result?: 'passed' | 'failed' | undefined;
  opinion?: string | undefined;
  documentNo?: string | undefined;
  formData?: Record<string, unknown> | undefined;
}

/**
 * Records a check that the department has made. Passed, it ends the round, puts a license that was suspended for want of it
 * into force again and begins the next round; failed, it is told to the supervisor and stays due.
 * Throws AppError `notFound`, `checkClosed`, `checkNotOpenYet`, `checkDayInvalid`, `checkNotInForce`, `formInvalid`,
 * `invalidRequest`, `versionConflict`.
 */
export async function recordCheck(input: {
  app: AppContext;
  actor: Actor;
  checkId: string;
  report: CheckReport;
}): Promise<CheckDocument> {
  const { app, actor, checkId, report } = input;
  const seen = await readCheck(app, actor, checkId);
  if (!seen.open) throw new AppError('checkClosed');
  requireDay(seen, report.day, app.time.now());
  const rule = await checkOfPack(app, seen);
  const said = await readReport(app, seen, rule, report);
  const { result } = await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      const check = (await app.models.checks
        .findOne({ _id: checkId, tenant: app.tenant }, null, { session })
        .lean()) as CheckDocument;
      if (!check.open) throw new AppError('checkClosed');
      const license = await checkedLicense(app, check, session);
      if (!needsCheck(license, now)) throw new AppError('checkNotInForce');
      const record: CheckRecord = {
        day: report.day,
        ...said,
        ...(report.documentNo === undefined ? {} : { documentNo: report.documentNo }),
        late: report.day > check.dueDay,
        by: asAuthor(actor),
        at: now,
      };
      check.records = [...check.records, record];
      const act = { app, change, check, license, record };
      if (record.result === 'passed') await passCheck(act);
      else await failCheck(act);
      await saveCheck(app, check, session);
      return check;
    },
  });
  return result;
}

/** A check is made after the round began, not before its window opens, and not in the future. */
function requireDay(check: CheckDocument, day: string, now: Date): void {
  const today = shanghaiDay(now);
  if (check.opensDay !== undefined && (today < check.opensDay || day < check.opensDay))
    throw new AppError('checkNotOpenYet', { params: { day: check.opensDay, cite: check.cite } });
  if (day > today || day < check.sinceDay)
    throw new AppError('checkDayInvalid', { params: { from: check.sinceDay, to: today } });
}

async function readReport(
  app: AppContext,
  check: CheckDocument,
  rule: Check | undefined,
  report: CheckReport,
): Promise<Pick<CheckRecord, 'result' | 'opinion' | 'sealedData'>> {
  if (rule?.form === undefined)
    return { result: resultOf(report.result), opinion: opinionOf(report.opinion) };
  const loaded = await app.packs.version(check.packCode, check.packVersion);
  const checked = await validateSubmission({
    form: loaded.form(rule.form),
    data: report.formData ?? {},
    mode: 'submit',
    locale: 'zh-CN',
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const value = rule.result === undefined ? undefined : readPointer(checked.data, rule.result.field);
  const passed = rule.result?.passed.includes(String(value));
  const opinion = checked.data['opinion'];
  return {
    result: passed === undefined ? resultOf(report.result) : passed ? 'passed' : 'failed',
    opinion: typeof opinion === 'string' ? opinion : (report.opinion ?? ''),
    sealedData: app.cipher.seal(checked.data, check._id),
  };
}

function resultOf(result: CheckReport['result']): CheckRecord['result'] {
  if (result === undefined)
    throw required('result', { 'zh-CN': '请选择核查结论。', en: 'Choose the result.' });
  return result;
}

function opinionOf(opinion: string | undefined): string {
  const text = opinion?.trim() ?? '';
  if (text === '') throw required('opinion', { 'zh-CN': '请填写核查意见。', en: 'Give the opinion.' });
  return text;
}

function required(path: string, message: { 'zh-CN': string; en: string }): AppError {
  return new AppError('invalidRequest', {
    problems: [{ path, pointer: `/${path}`, rule: 'required', message }],
  });
}

import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import type { Said } from '../inbox/recordProcedures.ts';
import { type JointResult, type JointRule, type JointState, jointResult } from './jointState.ts';

/**
 * Takes in what a step says to a joint opinion: a department's answer, or the conclusion of the meeting of the heads.
 * Returns the engine variables with the result, none when the step has nothing to do with one.
 * Throws AppError `meetingIncomplete` when a department that was asked is missing from the record of the meeting.
 */
export async function recordOpinion(options: {
  app: AppContext;
  change: CaseChange;
  said: Said;
}): Promise<Record<string, JointResult>> {
  const { app, change, said } = options;
  const { pack } = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const variables: Record<string, JointResult> = {};
  for (const rule of pack.joint) {
    const state = change.subject.joint?.find(({ key }) => key === rule.key);
    if (state === undefined) continue;
    const changed = answer(rule, state, said, change.now) ?? meet(app, rule, state, said, change.now);
    if (changed === undefined) continue;
    change.subject.joint = (change.subject.joint ?? []).map((entry) =>
      entry.key === rule.key ? changed : entry,
    );
    const result = jointResult(rule, changed);
    variables[rule.variable] = result;
    if (result !== 'open') change.event('jointResult', { joint: rule.key, result });
  }
  return variables;
}

function answer(rule: JointRule, state: JointState, said: Said, now: Date): JointState | undefined {
  const asked = rule.opinions.find(({ step }) => step === said.step);
  if (asked === undefined) return undefined;
  const position = asked.agree.includes(said.outcome) ? 'agree' : 'dissent';
  return {
    ...state,
    opinions: state.opinions.map((opinion) =>
      opinion.step === said.step ? { ...opinion, position, at: now, by: said.by } : opinion,
    ),
  };
}

function meet(
  app: AppContext,
  rule: JointRule,
  state: JointState,
  said: Said,
  now: Date,
): JointState | undefined {
  const { dissentMeeting } = rule;
  if (dissentMeeting.step !== said.step) return undefined;
  if (dissentMeeting.attendeesFrom !== undefined) {
    const rows = readPointer(said.data, dissentMeeting.attendeesFrom);
    requireAttendance(app, state, Array.isArray(rows) ? rows : []);
  }
  return {
    ...state,
    meeting: { agreed: dissentMeeting.agree.includes(said.outcome), at: now, by: said.by },
  };
}

/** Every department that was asked sits in the meeting. */
function requireAttendance(app: AppContext, state: JointState, rows: readonly unknown[]): void {
  const there = new Set(rows.map((row) => String(readPointer(row, '/department') ?? '')));
  const missing = state.opinions.filter(({ departmentId }) => !there.has(departmentId));
  if (missing.length === 0) return;
  const names = missing.map(
    ({ departmentId }) => app.organisation.findDepartment(departmentId)?.name ?? departmentId,
  );
  throw new AppError('meetingIncomplete', { params: { names: names.join('、') } });
}

import type { AppContext } from '../../app/appContext.ts';
import { viewEvents } from '../../audit/viewEvents.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import type { Actor } from '../../identity/actor.ts';
import { answering } from '../actView.ts';
import type { FindingDocument } from '../model.ts';
import { listRecordFiles } from '../recordFiles.ts';
import { ruleOf } from '../rules/ruleFile.ts';
import { viewActs } from '../viewActs.ts';
import { sayFinding } from './sayFinding.ts';

/** A finding as lists show it. `late`: its act was owed before now. */
export function findingSummary(app: AppContext, finding: FindingDocument) {
  const { name, severity } = ruleOf(finding.kind);
  return {
    id: finding._id,
    kind: finding.kind,
    name,
    severity: finding.severity ?? severity,
    caseId: finding.caseId,
    caseNo: finding.caseNo,
    department: departmentRef(app, finding.departmentId),
    dueAt: finding.dueAt.toISOString(),
    at: finding.foundAt.toISOString(),
    details: finding.details,
    state: finding.state,
    stage: finding.stage ?? (finding.state === 'closed' ? 'closed' : 'opened'),
    result: finding.result ?? null,
    actBy: finding.actBy?.toISOString() ?? null,
    late: isLate(app, finding),
  };
}

/** Whether whoever owes the next act is late with it, swept or not. */
export function isLate(app: AppContext, { state, actBy }: Pick<FindingDocument, 'state' | 'actBy'>): boolean {
  return state === 'open' && actBy !== undefined && actBy < app.time.now();
}

/**
 * A finding with all that it rests on: its rule and where that comes from, the sentence, the events of the case, the acts
 * since. A department that disputes it, and a court, can follow it.
 */
export async function viewFinding(app: AppContext, actor: Actor, finding: FindingDocument) {
  const rule = ruleOf(finding.kind);
  const summary = findingSummary(app, finding);
  const subject = (await app.models.cases
    .findOne({ _id: finding.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  const events = subject === null ? [] : await viewEvents(app, subject);
  const rests = finding.rests ?? [];
  const urges = await app.models.urges
    .find({ tenant: app.tenant, findingId: finding._id }, { number: 1, kind: 1, stage: 1 })
    .lean();
  return {
    ...summary,
    version: finding.version ?? 0,
    basis: rule.basis,
    ruleVersion: finding.ruleVersion ?? '',
    said: await sayFinding(app, finding, subject),
    itemName: subject?.itemName ?? null,
    facts: events
      .filter(({ seq }) => rests.includes(seq))
      .map(({ seq, at, actor: by, text }) => ({
        seq,
        at,
        by: 'label' in by ? by.label : { 'zh-CN': by.name, en: by.name },
        text,
      })),
    acts: await viewActs(app, finding._id),
    files: await listRecordFiles(app, finding._id),
    orders: urges.map(({ _id, number, kind, stage }) => ({
      id: _id,
      number: number ?? null,
      kind,
      stage: stage ?? 'issued',
    })),
    can: allowed(actor, summary.stage, finding),
  };
}

/** What the person may do with it now. */
function allowed(actor: Actor, stage: string, finding: FindingDocument): string[] {
  const supervisor = actor.roles.includes('supervisor');
  const own = actor.department.id === finding.departmentId;
  const answers = own && answering.some((role) => actor.roles.includes(role));
  const can: string[] = [];
  if (supervisor && ['opened', 'assigned', 'sentBack'].includes(stage)) can.push('assign');
  if (answers && ['assigned', 'sentBack'].includes(stage)) can.push('explain');
  if (answers && finding.kind === 'complaint') can.push('answer');
  if (supervisor && stage === 'explained') can.push('sendBack');
  if (supervisor && stage !== 'closed') can.push('close');
  const open = stage === 'closed' && finding.result === 'valid' && finding.disputed !== true;
  if (own && actor.roles.includes('head') && open) can.push('dispute');
  if (supervisor && finding.caseId !== '') can.push('order');
  return can;
}

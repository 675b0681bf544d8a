import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { changeOf } from './changeRecord.ts';
import type { FindingDocument } from './model.ts';
import { type RuleInForce, ruleInForce } from './rules/rulesInForce.ts';

/** What a finding says, however it was found. */
export type Found = Pick<FindingDocument, 'effectKey' | 'kind' | 'departmentId' | 'dueAt' | 'details'> & {
  /** Numbers of the case's events that it rests on. */
  rests?: readonly number[];
  /** Its rule, where the caller has read it. */
  inForce?: RuleInForce;
};

/**
 * Opens a finding 监察发现 in the transaction of what it found; `effectKey` makes it one, however often it is looked for.
 * It is a record with a life and a clock of its own: the time in which it is to be handled, by its rule.
 */
export async function openFinding(app: AppContext, change: CaseChange, found: Found): Promise<void> {
  const { subject, now, session } = change;
  const about = { caseId: subject._id, caseNo: subject.caseNo ?? '' };
  await openRecord(
    app,
    { session, now, actor: { kind: 'system', name: 'supervision' } },
    { ...about, ...found },
  );
}

/** The same, also for what is about no case (`caseId` empty). Returns the id; the known one's when it was found before. */
export async function openRecord(
  app: AppContext,
  about: { session: ClientSession; now: Date; actor: EventActor },
  found: Found & Pick<FindingDocument, 'caseId' | 'caseNo'>,
): Promise<string> {
  const { session, now } = about;
  const { rests = [], inForce, ...facts } = found;
  const { tenant } = app;
  const known = await app.models.findings
    .findOne({ tenant, effectKey: found.effectKey }, { _id: 1 }, { session })
    .lean();
  if (known !== null) return known._id;
  const { rule, handling, version } = inForce ?? (await ruleInForce(app, found.kind, session));
  const finding: FindingDocument = {
    _id: newId(),
    schemaVersion: 2,
    tenant,
    ...facts,
    severity: rule.severity,
    ruleVersion: version,
    foundAt: now,
    rests: [...rests],
    state: 'open',
    stage: rule.assignedAtOnce ? 'assigned' : 'opened',
    version: 1,
    eventSeq: 0,
    lastEventHash: '',
  };
  const record = changeOf(app, finding, about);
  await record.event('findingOpened', { kind: finding.kind, ruleVersion: version });
  if (rule.assignedAtOnce)
    await record.event('findingAssigned', { department: finding.departmentId, byRule: true });
  await record.expect(handling);
  await app.models.findings.insertMany([finding], { session });
  return finding._id;
}

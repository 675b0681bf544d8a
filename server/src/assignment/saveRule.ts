import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { listColleagues } from '../identity/readColleague.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { type AssignmentMethod, type AssignmentRuleDocument, ruleKey } from './model.ts';

export interface RuleContent {
  /** Empty: every item of the department. */
  packCode: string;
  /** Empty: every step of the item. */
  stepKey: string;
  method: AssignmentMethod;
  members: string[];
  areas: { division: string; userId: string }[];
}

/** The rules of the head's department. */
export async function listRules(app: AppContext, actor: Actor): Promise<AssignmentRuleDocument[]> {
  const departmentId = actor.department.id;
  const rules = await app.models.assignmentRules.find({ tenant: app.tenant, departmentId }).lean();
  return (rules as AssignmentRuleDocument[]).sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Throws AppError `ruleExists`, and what {@link checkRule} throws. */
export async function createRule(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  content: RuleContent;
}): Promise<AssignmentRuleDocument> {
  const { app, actor, id, content } = input;
  await checkRule(app, actor, content);
  const rule: AssignmentRuleDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    version: 1,
    departmentId: actor.department.id,
    ...stored(content),
  };
  try {
    await inTransaction(app.connection, async (session) => {
      await app.models.assignmentRules.insertMany([rule], { session });
      await record(app, actor, 'assignmentRuleSaved', rule, session);
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('ruleExists');
    throw error;
  }
  return rule;
}

/** Changes method, people and areas; what it is for stays. Throws AppError `notFound`, `versionConflict`, and what {@link checkRule} throws. */
export async function changeRule(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  version: number | undefined;
  content: Omit<RuleContent, 'packCode' | 'stepKey'>;
}): Promise<AssignmentRuleDocument> {
  const { app, actor, content } = input;
  const rule = await readRule(app, actor, input.id);
  if (input.version !== rule.version)
    throw new AppError('versionConflict', { extra: { currentVersion: rule.version } });
  await checkRule(app, actor, content);
  const { method, members, areas } = content;
  const next = { method, members, areas: method === 'byArea' ? areas : [], version: rule.version + 1 };
  await inTransaction(app.connection, async (session) => {
    const saved = await app.models.assignmentRules.updateOne(
      { _id: rule._id, version: rule.version },
      { $set: next },
      { session },
    );
    if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
    await record(app, actor, 'assignmentRuleSaved', { ...rule, ...next }, session);
  });
  return { ...rule, ...next };
}

/** New tasks stay in the queue from now on. Throws AppError `notFound`. */
export async function removeRule(input: { app: AppContext; actor: Actor; id: string }): Promise<void> {
  const { app, actor } = input;
  const rule = await readRule(app, actor, input.id);
  await inTransaction(app.connection, async (session) => {
    await app.models.assignmentRules.deleteOne({ _id: rule._id }, { session });
    await record(app, actor, 'assignmentRuleRemoved', rule, session);
  });
}

async function readRule(app: AppContext, actor: Actor, id: string): Promise<AssignmentRuleDocument> {
  const rule = await app.models.assignmentRules.findOne({ _id: id, tenant: app.tenant }).lean();
  if (rule === null || rule.departmentId !== actor.department.id) throw new AppError('notFound');
  return rule as AssignmentRuleDocument;
}

/** Throws AppError `ruleWithoutPeople`, `ruleStranger` for somebody who is not of the department, `areaUnknown`. */
async function checkRule(
  app: AppContext,
  actor: Actor,
  content: Pick<RuleContent, 'method' | 'members' | 'areas'>,
): Promise<void> {
  const own = new Set((await listColleagues(app, actor.department.id)).map((user) => user._id));
  const named = content.method === 'byArea' ? content.areas.map(({ userId }) => userId) : content.members;
  if (named.length === 0) throw new AppError('ruleWithoutPeople');
  if (named.some((id) => !own.has(id))) throw new AppError('ruleStranger');
  const unknown = content.areas.find(
    ({ division }) => app.organisation.findDepartment(division) === undefined,
  );
  if (content.method === 'byArea' && unknown !== undefined)
    throw new AppError('areaUnknown', { params: { area: unknown.division } });
}

function stored(content: RuleContent) {
  const { packCode, stepKey, method, members, areas } = content;
  const key = ruleKey(packCode, packCode === '' ? '' : stepKey);
  return { key, method, members: [...new Set(members)], areas: method === 'byArea' ? areas : [] };
}

function record(
  app: AppContext,
  actor: Actor,
  type: string,
  rule: AssignmentRuleDocument,
  session: Parameters<Parameters<typeof inTransaction>[1]>[0],
): Promise<void> {
  const details = { rule: rule._id, key: rule.key, method: rule.method, members: rule.members };
  return recordSecurityEvent({ app, type, actor: asEventActor(actor), details, session });
}

import type { Delegation, Returned } from '../desk/model.ts';
import type { NewsKind } from '../desk/taskNews.ts';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** The task view: one document an engine task (`_id` is the engine's task id). Derived; rebuilt by one command. */
export interface TaskDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  itemName: Text;
  operation: string;
  stepKey: string;
  stepName: Text;
  departmentId: string;
  role: string;
  batch: boolean;
  decision: boolean;
  state: 'open' | 'claimed' | 'completing' | 'done';
  /** Open, claimed or completing: what lists show. */
  active: boolean;
  assignee?: { id: string; name: string };
  processInstanceId: string;
  /** Arrival: instant of the use case that brought it. */
  createdAt: Date;
  endedAt?: Date;
  /** Sort key: the earlier of the case's next due instant and the step's. Far future when neither exists. */
  dueAt: Date;
  /** `dueAt` and id in one sortable text: pages walk it in bounded windows. */
  sortKey: string;
  yellowAt?: Date;
  /** True while the case's clock is paused. */
  paused: boolean;
  stepDueAt?: Date;
  /** The task is this assignee's own and cannot be given back (an expert's opinion). */
  reserved?: boolean;
  /** commandId of the completion, or of the move, under way. */
  commandId?: string;
  /** A colleague prepares it; it returns to its owner. */
  delegation?: Delegation;
  /** The case came back to this step: why, and from where. */
  returned?: Returned;
  /** What it asked of others and has come in, by kind, until its holder has seen it. */
  news?: Partial<Record<NewsKind, Date>>;
  /** 退回分派: the last department that said it was sent here wrongly; kept until somebody routes it anew. */
  misrouted?: TaskReturn;
  /** What lists filter by: the applicant as shown and as blind indexes, and where the matter lies. */
  applicantMasked?: string;
  nameIndex?: string;
  holderIndex?: string;
  area?: { town?: string; village?: string };
  /** The absent colleague for whom its holder works on it. */
  onBehalfOf?: { id: string; name: string };
  /** Department for which its holder finished it; absent where nobody did, and in earlier ones. */
  finishedIn?: string;
  /** Of a task that is done: who held it, when it ended, its id; pages of what a person finished walk it backwards. */
  finishedKey?: string;
  /** Set by every write, in the time of the machine and not of the office: copies of the server read by it what changed. */
  touchedAt?: Date;
}

export interface TaskReturn {
  at: Date;
  by: { id: string; name: string; departmentId: string };
  reason: string;
  /** Department that the returning one names as the right one. */
  suggested?: string;
  /** Of the finding that tells it. */
  effectKey: string;
}

export const taskSchema = documentSchema<TaskDocument>('tasks', {
  caseId: text,
  caseNo: text,
  packCode: text,
  itemName: nested,
  operation: text,
  stepKey: text,
  stepName: nested,
  departmentId: text,
  role: text,
  batch: flag,
  decision: flag,
  state: text,
  active: flag,
  assignee: nested,
  processInstanceId: text,
  createdAt: instant,
  endedAt: optionalInstant,
  dueAt: instant,
  sortKey: text,
  yellowAt: optionalInstant,
  paused: flag,
  stepDueAt: optionalInstant,
  reserved: { type: Boolean },
  commandId: optionalText,
  delegation: nested,
  returned: nested,
  misrouted: nested,
  news: nested,
  applicantMasked: optionalText,
  nameIndex: optionalText,
  holderIndex: optionalText,
  area: nested,
  onBehalfOf: nested,
  finishedIn: optionalText,
  finishedKey: optionalText,
  touchedAt: optionalInstant,
});
taskSchema.index({ tenant: 1, departmentId: 1, role: 1, active: 1, sortKey: 1 });
taskSchema.index({ tenant: 1, 'assignee.id': 1, active: 1 });
taskSchema.index({ tenant: 1, caseNo: 1 });
// On the embedded store a condition outside the index makes it read the whole collection.
taskSchema.index({ tenant: 1, caseId: 1, active: 1 });
taskSchema.index({ tenant: 1, active: 1, sortKey: 1 });
taskSchema.index({ tenant: 1, touchedAt: 1 });
taskSchema.index({ tenant: 1, finishedKey: 1 }, { name: 'finished' });
// How long the steps of an item took lately: supervision/bottleneck.
taskSchema.index({ tenant: 1, packCode: 1, endedAt: 1 });
taskSchema.pre(['updateOne', 'updateMany', 'findOneAndUpdate'], function touch() {
  this.set('touchedAt', new Date());
});

taskSchema.post(['deleteOne', 'deleteMany'], () => {
  removedTasks.count += 1;
});

/** How often tasks were deleted in this process: what holds them in memory reads them anew. */
export const removedTasks = { count: 0 };

/** Greater than every text key: a range with one end only would be read past its index on the embedded store. */
export const beyondAll = '\uffff';

/** The sort key of a task: due instant, then id. */
export function taskSortKey(dueAt: Date, taskId: string): string {
  return `${dueAt.toISOString()}|${taskId}`;
}

/** The key by which what a person finished is listed: person, end, id. */
export function finishedKeyOf(holderId: string, endedAt: Date, taskId: string): string {
  return `${holderId}|${endedAt.toISOString()}|${taskId}`;
}

import { type BaseDocument, documentSchema, instant, text } from '../store/documentSchema.ts';

export interface Person {
  id: string;
  name: string;
}

/** 委托: a colleague prepares a task, its owner decides. While `pending` the colleague holds it. */
export interface Delegation {
  owner: Person;
  to: Person;
  reason: string;
  at: Date;
  state: 'pending' | 'returned' | 'recalled';
  /** What the colleague said when giving it back. */
  note?: string;
  returnedAt?: Date;
}

/** How a task came back: sent back by a later step, or undone by who had completed it. */
export interface Returned {
  how: 'sentBack' | 'undone';
  /** Step from which it came. */
  from: string;
  by: Person;
  reason: string;
  at: Date;
}

/** A case on its way back to a step, until the engine has opened the task. */
export interface Returning extends Returned {
  to: string;
  /** Who had completed the step before and gets it again; left out where nobody can. */
  handler?: Person;
}

/** What a delegate has filled in for the owner of a task. The data is sealed under the task's id (`_id`). */
export interface TaskDraftDocument extends BaseDocument {
  caseId: string;
  sealedData: string;
  at: Date;
}

export const taskDraftSchema = documentSchema<TaskDraftDocument>('taskDrafts', {
  caseId: text,
  sealedData: text,
  at: instant,
});

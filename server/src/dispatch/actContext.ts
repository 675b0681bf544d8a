import type { Dispatch, DispatchEffect } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import type { Actor } from '../identity/actor.ts';
import type { DispatchState } from './dispatchState.ts';

/** One act on a case file while a step of it is completed. */
export interface ActContext {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  /** Department whose task is completed. */
  departmentId: string;
  dispatch: Dispatch;
  effect: DispatchEffect;
  data: Record<string, unknown>;
  file: DispatchState;
}

/** Engine variables that the act sets. */
export type ActVariables = Record<string, string>;

/** The text at one of the act's pointers, trimmed; empty where the form says nothing. */
export function textAt(context: ActContext, part: 'reasonFrom' | 'untilFrom' | 'levelFrom' | 'categoryFrom') {
  const pointer = context.effect[part];
  const value = pointer === undefined ? undefined : readPointer(context.data, pointer);
  return value === undefined || value === null ? '' : String(value).trim();
}

/** Writes a part of the case file; nested values are replaced, never changed in place. */
export function writeFile(context: ActContext, part: Partial<DispatchState>): void {
  context.file = { ...context.file, ...part };
  context.change.subject.dispatch = context.file;
}

import { type Query, request, requestBlob } from './request.ts';
import type { BatchResult, TaskSummary } from './taskTypes.ts';
import type { NamedRef, Role, Text } from './types.ts';

/** Calls of the inbox beyond its list, and of the people of a department; each throws Problem. */

export interface Facet {
  key: string;
  name: Text;
  count: number;
}
export interface Facets {
  items: Facet[];
  steps: Facet[];
  areas: Facet[];
}
export const listFacets = (view: string) => request<Facets>('GET', '/tasks/facets', { query: { view } });

export type BulkAction = 'claim' | 'release' | 'takeFor' | 'assign' | 'urge';
export interface BulkRequest {
  action: BulkAction;
  taskIds: string[];
  assigneeId?: string;
  message?: string;
}
export const bulkAct = (body: BulkRequest, idempotencyKey: string) =>
  request<{ results: BatchResult[] }>('POST', '/tasks/bulk', { body, idempotencyKey });
export const takeFor = (id: string, idempotencyKey: string) =>
  request<TaskSummary>('POST', `/tasks/${id}/take-for`, { body: {}, idempotencyKey });
export const exportTasks = (query: Query) => requestBlob('/tasks/export', query);

export const listWatches = () => request<{ items: string[] }>('GET', '/watches');
export const watchCase = (id: string) => request<void>('PUT', `/watches/${id}`, { body: {} });
export const unwatchCase = (id: string) => request<void>('DELETE', `/watches/${id}`);

export interface SavedViewContent {
  name: string;
  shared: boolean;
  place?: ViewPlace;
  query: Record<string, string>;
  columns: string[];
}
export interface SavedView extends SavedViewContent {
  id: string;
  version: number;
  own: boolean;
  owner: string;
}
/** Pages whose views are kept. */
export type ViewPlace = 'inbox' | 'cockpit';
export const listSavedViews = (place: ViewPlace = 'inbox') =>
  request<{ items: SavedView[] }>('GET', '/saved-views', { query: { place } });
export const createSavedView = (body: SavedViewContent, idempotencyKey: string) =>
  request<SavedView>('POST', '/saved-views', { body, idempotencyKey });
export const changeSavedView = (view: SavedView, body: SavedViewContent) =>
  request<SavedView>('PUT', `/saved-views/${view.id}`, { body, ifMatch: view.version });
export const removeSavedView = (id: string) => request<void>('DELETE', `/saved-views/${id}`);

export interface Colleague extends NamedRef {
  roles: Role[];
}
export const listPeople = () => request<{ items: Colleague[] }>('GET', '/people');

export interface Load {
  open: number;
  red: number;
  yellow: number;
}
export interface PersonLoad extends Colleague, Load {
  username: string;
  absentUntil: string | null;
  deputy: NamedRef | null;
}
export const readWorkload = () =>
  request<{ department: NamedRef & Load; unclaimed: Load; items: PersonLoad[] }>('GET', '/people/workload');
export const listTasksOf = (id: string) => request<{ items: TaskSummary[] }>('GET', `/people/${id}/tasks`);
export const handOver = (
  id: string,
  body: { moves: { taskId: string; to: string }[]; close: boolean },
  idempotencyKey: string,
) =>
  request<{ results: BatchResult[]; left: number; closed: boolean }>('POST', `/people/${id}/hand-over`, {
    body,
    idempotencyKey,
  });

export interface Absence {
  id: string;
  version: number;
  person: NamedRef;
  deputy: NamedRef;
  fromDay: string;
  toDay: string;
  /** When it was registered. */
  since: string;
  by: NamedRef;
  underWay: boolean;
}
export const listAbsences = () => request<{ items: Absence[] }>('GET', '/absences');
export const registerAbsence = (
  body: { userId: string; deputyId: string; fromDay: string; toDay: string },
  idempotencyKey: string,
) => request<Absence>('POST', '/absences', { body, idempotencyKey });
export const endAbsence = (id: string, idempotencyKey: string) =>
  request<void>('POST', `/absences/${id}/end`, { body: {}, idempotencyKey });

export type AssignmentMethod = 'roundRobin' | 'leastLoad' | 'byArea';
export interface RuleHow {
  method: AssignmentMethod;
  members: string[];
  areas: { division: string; userId: string }[];
}
export interface AssignmentRule extends RuleHow {
  id: string;
  version: number;
  packCode: string;
  stepKey: string;
}
export interface RuleScope {
  packCode: string;
  name: Text;
  /** The own department answers for it. */
  own: boolean;
  steps: { key: string; name: Text }[];
}
export interface AreaChoice {
  town: NamedRef;
  villages: NamedRef[];
}
export const listRules = () =>
  request<{ items: AssignmentRule[]; packs: RuleScope[]; areas: AreaChoice[] }>('GET', '/assignment-rules');
export const createRule = (body: RuleHow & { packCode: string; stepKey: string }, idempotencyKey: string) =>
  request<AssignmentRule>('POST', '/assignment-rules', { body, idempotencyKey });
export const changeRule = (rule: AssignmentRule, body: RuleHow) =>
  request<AssignmentRule>('PUT', `/assignment-rules/${rule.id}`, { body, ifMatch: rule.version });
export const removeRule = (id: string) => request<void>('DELETE', `/assignment-rules/${id}`);

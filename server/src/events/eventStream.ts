import { EventEmitter } from 'node:events';
import type { Activity } from './activity.ts';

/** A change that consoles may want to show; ids only, no personal data. */
export interface StreamEvent {
  type: 'case' | 'task' | 'record';
  tenant: string;
  /** Of a record of supervision: its id. */
  caseId: string;
  /** Departments that may see it. */
  departmentIds: readonly string[];
  at: Date;
  /** What happened, for supervisors. */
  activities?: readonly Activity[];
  /** Ids of events that are told without an activity. */
  eventIds?: readonly string[];
}

/** Ids that are remembered as told; far more than a copy commits while another reads what is new. */
const remembered = 20_000;

/** Fan-out of committed changes to the server-sent events of this server copy. */
export class EventStream {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #told = new Set<string>();
  readonly #toldTasks = new Map<string, number>();

  publish(event: StreamEvent): void {
    for (const { id } of event.activities ?? []) this.#remember(id);
    for (const id of event.eventIds ?? []) this.#remember(id);
    if (event.type === 'task') this.#rememberTask(event.caseId);
    this.#emitter.emit('event', event);
  }

  /** Whether this copy has told its listeners of an event of a case. */
  hasTold(eventId: string): boolean {
    return this.#told.has(eventId);
  }

  /** Machine time (milliseconds) at which this copy last told that tasks of a case have changed. */
  toldTasksAt(caseId: string): number | undefined {
    return this.#toldTasks.get(caseId);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: StreamEvent) => void): () => void {
    this.#emitter.on('event', listener);
    return () => this.#emitter.off('event', listener);
  }

  #rememberTask(caseId: string): void {
    this.#toldTasks.delete(caseId);
    this.#toldTasks.set(caseId, Date.now());
    if (this.#toldTasks.size <= remembered) return;
    for (const old of [...this.#toldTasks.keys()].slice(0, remembered / 2)) this.#toldTasks.delete(old);
  }

  #remember(id: string): void {
    this.#told.add(id);
    // The oldest half goes: a set keeps the order in which it was filled.
    if (this.#told.size <= remembered) return;
    for (const old of [...this.#told].slice(0, remembered / 2)) this.#told.delete(old);
  }
}

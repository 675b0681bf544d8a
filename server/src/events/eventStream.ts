import { EventEmitter } from 'node:events';

/** A change that consoles may want to show; ids only, no personal data. */
export interface StreamEvent {
  type: 'case' | 'task' | 'clock';
  tenant: string;
  caseId: string;
  /** Departments that may see it. */
  departmentIds: readonly string[];
  at: Date;
}

/** Fan-out of committed changes to the server-sent events of this server copy. */
export class EventStream {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(event: StreamEvent): void {
    this.#emitter.emit('event', event);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: StreamEvent) => void): () => void {
    this.#emitter.on('event', listener);
    return () => this.#emitter.off('event', listener);
  }
}

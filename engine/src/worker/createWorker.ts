import { randomUUID } from 'node:crypto';
import { BasicAuthInterceptor, Client, type RequestConfig } from 'camunda-external-task-client-js';
import { createTransport, type EngineConnection } from '../client/transport.ts';
import type { Variables } from '../client/variables.ts';
import { type BackOffLimits, createBackOff } from './backOff.ts';
import type { ExternalTask } from './externalTask.ts';
import { type TopicHandler, type WorkerProblem, workTask } from './workTask.ts';

export type WorkerOptions = {
  connection: EngineConnection;
  /** Topic → what to do. */
  topics: Record<string, TopicHandler>;
  /** Unique in the installation: the engine ends the older long poll of the same worker. Default: random. */
  workerId?: string;
  /** Only tasks of these tenants; all when missing. */
  tenants?: string[];
  /** Tasks worked at the same time. Default 4. */
  parallel?: number;
  /** Milliseconds a task stays locked without extension. Default 60,000. */
  lockDurationMs?: number;
  /** Milliseconds a poll waits in the engine for work. Default 20,000. */
  longPollMs?: number;
  /** Milliseconds before each further attempt. Default 5 s, 30 s, 2 min; then an incident. */
  retryDelaysMs?: readonly number[];
  /** Pauses between polls while the engine does not answer. Default 0.5 s, doubled up to 10 s. */
  pollBackOff?: BackOffLimits;
  findRecordedEffect?: (task: ExternalTask) => Promise<Variables | undefined>;
  onProblem?: (problem: WorkerProblem) => void;
};

export type Worker = {
  workerId: string;
  /** Stops fetching, waits for tasks in work, gives back what arrives meanwhile. Resolves when nothing is held. */
  stop(): Promise<void>;
};

const pauseBetweenPollsMs = 100;
/** Added to a long poll before it counts as unanswered: a connection that broke silently must not hold the worker. */
const pollGraceMs = 10_000;

/**
 * Works external tasks with camunda-external-task-client-js. Locks are extended at half their time; a failure is tried
 * again after a growing pause and then becomes an incident; polls that fail are spaced out until one succeeds; stopping
 * leaves no task locked.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { connection, topics, tenants, parallel = 4, lockDurationMs = 60_000, longPollMs = 20_000 } = options;
  const workerId = options.workerId ?? `onewindow-${randomUUID()}`;
  const onProblem = options.onProblem ?? (() => undefined);
  const work = {
    lockDurationMs,
    retryDelaysMs: options.retryDelaysMs ?? [5_000, 30_000, 120_000],
    onProblem,
    ...(options.findRecordedEffect === undefined ? {} : { findRecordedEffect: options.findRecordedEffect }),
  };
  let polling = false;
  // the client's own event poll:start comes also when it then does not poll
  const noticePoll = (request: RequestConfig) => {
    if (!isPoll(request)) return request;
    polling = true;
    return { ...request, timeout: { request: longPollMs + pollGraceMs } };
  };
  const client = new Client({
    baseUrl: connection.url,
    workerId,
    maxTasks: parallel,
    maxParallelExecutions: parallel,
    interval: pauseBetweenPollsMs,
    lockDuration: lockDurationMs,
    asyncResponseTimeout: longPollMs,
    autoPoll: false,
    interceptors: [
      new BasicAuthInterceptor({ username: connection.user, password: connection.password }),
      noticePoll,
    ],
  });
  const inWork = new Set<Promise<void>>();
  let stopping = false;
  let pollEnded = () => {};
  const endPoll = () => {
    polling = false;
    pollEnded();
  };
  const backOff = createBackOff(options.pollBackOff ?? { firstMs: 500, longestMs: 10_000 });
  let restart: NodeJS.Timeout | undefined;
  client.on('poll:success', () => {
    backOff.reset();
    endPoll();
  });
  client.on('poll:error', (error) => {
    endPoll();
    if (stopping) return;
    onProblem({ kind: 'pollFailed', task: null, error });
    // The client polls again after its own short pause, unless it is stopped; started before that, it would poll twice.
    client.stop();
    restart = setTimeout(() => client.start(), Math.max(backOff.next(), 2 * pauseBetweenPollsMs));
  });

  for (const [topic, handler] of Object.entries(topics)) {
    client.subscribe(
      topic,
      { includeExtensionProperties: true, ...(tenants ? { tenantIdIn: tenants } : {}) },
      (fetched) => {
        // the client hands tasks to handlers even after stop(): those go back untouched
        const done = stopping
          ? fetched.taskService.unlock(fetched.task).catch(() => undefined)
          : workTask(fetched, handler, work);
        inWork.add(done);
        return done.finally(() => inWork.delete(done));
      },
    );
  }
  client.start();

  return {
    workerId,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      client.stop();
      if (polling) {
        const ended = new Promise<void>((resolve) => {
          pollEnded = resolve;
        });
        await endLongPoll(connection, workerId).catch(() => undefined);
        await ended;
      }
      // tasks of the last poll are handed out right after its event
      await new Promise((resolve) => setImmediate(resolve));
      while (inWork.size > 0) await Promise.allSettled(inWork);
    },
  };
}

/**
 * Makes the engine answer the pending poll at once: it keeps one request a worker (`unique-worker-request`), and this
 * one, for a topic that nobody has, takes its place and ends after a millisecond.
 */
async function endLongPoll(connection: EngineConnection, workerId: string): Promise<void> {
  const topics = [{ topicName: `none-${workerId}`, lockDuration: 1 }];
  const json = { workerId, maxTasks: 1, asyncResponseTimeout: 1, topics };
  await createTransport(connection).send('POST', '/external-task/fetchAndLock', { json });
}

function isPoll({ json }: RequestConfig): boolean {
  return typeof json === 'object' && json !== null && 'topics' in json;
}

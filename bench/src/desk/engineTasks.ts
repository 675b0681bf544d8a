import { randomUUID } from 'node:crypto';
import type { StackUnderTest } from '../benchStack.ts';
import { inParallel, timeEach } from '../inParallel.ts';

const departments = 10;
const groupOf = (at: number) => `bench-${at % departments}`;

/** Puts so many tasks of ten departments into the engine itself, due on 15 days: what its own list reads. */
export async function fillEngineTasks(stack: StackUnderTest, count: number): Promise<void> {
  await inParallel(8, Array.from({ length: count }), async (_, at) => {
    const id = randomUUID();
    const due = new Date(Date.UTC(2026, 11, 1 + ((at * 7) % 15), 10)).toISOString().replace('Z', '+0000');
    await send(stack, 'POST', '/task/create', { id, name: '审查', due, priority: 50 });
    await send(stack, 'POST', `/task/${id}/identity-links`, { groupId: groupOf(at), type: 'candidate' });
  });
}

/** Milliseconds of each page of 50 of one department, most urgent first, as the engine itself gives it. */
export function timeEnginePages(stack: StackUnderTest, calls: number): Promise<number[]> {
  const query = `candidateGroup=${groupOf(1)}&sortBy=dueDate&sortOrder=asc&maxResults=50`;
  return timeEach(calls, async () => {
    const tasks = (await send(stack, 'GET', `/task?${query}`)) as unknown[];
    if (tasks.length < 50) throw new Error(`the engine gave ${tasks.length} tasks`);
  });
}

async function send(stack: StackUnderTest, method: string, path: string, body?: unknown): Promise<unknown> {
  const credentials = Buffer.from(`${stack.engineUser}:${stack.enginePassword}`).toString('base64');
  const response = await fetch(`${stack.engineUrl}${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : await response.json();
}

import { randomUUID } from 'node:crypto';
import type { Document } from 'mongodb';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { type BenchStack, tenant } from '../benchStack.ts';
import type { ClockFiller } from './fillClocks.ts';

const aSecond = 100;
const seconds = 20;
/** So long until the server has seen that another copy is there. Milliseconds. */
const untilSeen = 7_000;

/**
 * Milliseconds from an event of a case, committed as another copy of the server does (100 a second), until it comes out of the
 * stream of a supervisor.
 */
export async function measureStream(
  stack: BenchStack,
  supervisor: ApiClient,
  filler: ClockFiller,
): Promise<BenchLine> {
  const { db } = stack;
  const leases = db.collection<Document & { _id: string }>('leases');
  const copy = { _id: `${tenant}|copy|bench`, schemaVersion: 1, tenant, fence: 0, beats: 0 };
  await leases.insertOne({ ...copy, until: new Date(Date.now() + 120_000) });
  const response = await supervisor.open('/events/stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const sent = new Map<string, number>();
  const times: number[] = [];
  const reading = (async () => {
    let text = '';
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return;
      text += value;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const at = sent.get(/^id: (.+)$/m.exec(text.slice(0, end))?.[1] ?? '');
        if (at !== undefined) times.push(performance.now() - at);
        text = text.slice(end + 2);
      }
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, untilSeen));
  const began = performance.now();
  const inserts: Promise<unknown>[] = [];
  for (let made = 0; made < aSecond * seconds; ) {
    const wanted = Math.floor(((performance.now() - began) / 1000) * aSecond);
    for (; made < Math.min(wanted, aSecond * seconds); made += 1) {
      const _id = randomUUID();
      sent.set(_id, performance.now());
      inserts.push(
        db
          .collection<Document & { _id: string }>('events')
          .insertOne(eventOf(_id, filler.caseIds[made % filler.caseIds.length] ?? '', made)),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(inserts);
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  await reader?.cancel();
  await reading.catch(() => undefined);
  await leases.deleteOne({ _id: copy._id });
  return benchLine({
    name: 'supervisionEventToScreen',
    numerator: percentile(times, 0.95),
    denominator: 1_000,
    unit: 'milliseconds (p95 ÷ limit)',
    samples: { numerator: times.length, denominator: 1 },
    target: { max: 1 },
    details: { sent: sent.size, aSecond, p50: round(median(times)) },
  });
}

function eventOf(_id: string, caseId: string, at: number): Document & { _id: string } {
  const now = new Date();
  const actor = { kind: 'user', id: 'bench', name: '孙审批', departmentId: 'scjg' };
  return {
    _id,
    schemaVersion: 1,
    tenant,
    caseId,
    seq: 1_000_000 + at,
    at: now,
    type: 'stepCompleted',
    actor,
    details: { step: 'review' },
    since: now,
    prevHash: '',
    hash: _id,
  };
}

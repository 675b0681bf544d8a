import type { AppContext } from '../../app/appContext.ts';
import { newId } from '../../store/newId.ts';
import type { Subject } from '../facts/subject.ts';
import type { PerformanceFactsDocument } from '../model.ts';
import type { FactSet } from '../scoring/facts.ts';

/** Facts in one document and in one command, some megabytes: a document has its limit, and the store answers nobody else meanwhile. */
const mostFacts = 5_000;

/** Keeps what an evaluation rests on, as it was when the period was closed: a subject with many facts in several parts. */
export async function freezeFacts(
  app: AppContext,
  performanceId: string,
  subjects: readonly Pick<Subject, 'subjectId' | 'facts'>[],
): Promise<void> {
  const about = { schemaVersion: 1, tenant: app.tenant, performanceId };
  let some: PerformanceFactsDocument[] = [];
  let count = 0;
  const write = async () => {
    if (some.length > 0) await app.models.performanceFacts.insertMany(some);
    [some, count] = [[], 0];
  };
  for (const { subjectId, facts } of subjects) {
    for (const [part, of] of partsOf(facts).entries()) {
      const size = Object.values(of).reduce((sum, { length }) => sum + length, 0);
      if (count + size > mostFacts) await write();
      some.push({ ...about, _id: newId(), subjectId, part, facts: of });
      count += size;
    }
  }
  await write();
}

/** The frozen facts of a subject; none where it had none. */
export async function readFrozenFacts(
  app: AppContext,
  performanceId: string,
  subjectId: string,
): Promise<FactSet> {
  const parts = (await app.models.performanceFacts
    .find({ tenant: app.tenant, performanceId, subjectId })
    .lean()) as PerformanceFactsDocument[];
  const facts: FactSet = {};
  // Those of earlier versions are whole and have no number.
  for (const { facts: of } of parts.sort((one, other) => (one.part ?? 0) - (other.part ?? 0)))
    for (const [indicator, more] of Object.entries(of))
      facts[indicator] = [...(facts[indicator] ?? []), ...more];
  return facts;
}

/** At most so many facts each, in their order; the first names every indicator, also one without facts. */
function partsOf(facts: FactSet): FactSet[] {
  const first: FactSet = Object.fromEntries(Object.keys(facts).map((indicator) => [indicator, []]));
  const parts = [first];
  let [part, room] = [first, mostFacts];
  for (const [indicator, of] of Object.entries(facts)) {
    for (let at = 0; at < of.length; ) {
      if (room === 0) {
        [part, room] = [{}, mostFacts];
        parts.push(part);
      }
      const more = of.slice(at, at + room);
      part[indicator] = [...(part[indicator] ?? []), ...more];
      at += more.length;
      room -= more.length;
    }
  }
  return parts;
}

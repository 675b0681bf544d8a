import type { AppContext } from '../../app/appContext.ts';
import type { Span } from '../period.ts';
import { cardFacts, decidedInTime, findingFacts, orderFacts, ratingFacts, tempoOf } from './commonFacts.ts';
import { finishedInTime, readFinished } from './finishedTasks.ts';
import { peopleOf } from './peopleOf.ts';
import { readFindings, readSources } from './readSources.ts';
import { departmentIdsOf, type Only, type Subject } from './subject.ts';

/**
 * Officers of the departments, by what they did themselves; ranked among all of the district. Whoever has changed department
 * stands in each with what was done there.
 */
export async function collectOfficers(app: AppContext, span: Span, only: Only): Promise<Subject[]> {
  const subjects: Subject[] = [];
  const findings = await readFindings(app, span);
  for (const departmentId of departmentIdsOf(app, only)) {
    const people = (await peopleOf(app, departmentId)).filter(
      ({ personId, roles }) =>
        (only.personId ?? personId) === personId &&
        roles.some((role) => role !== 'gridWorker' && role !== 'admin'),
    );
    if (people.length === 0) continue;
    const sources = await readSources(app, span, departmentId);
    for (const { personId: id, subjectId, name, counts } of people) {
      const decided = sources.decided.filter(({ decision }) => decision.by.id === id);
      const tasks = (await readFinished(app, id, span)).filter(
        ({ role, finishedIn }) => role !== 'gridWorker' && counts(finishedIn),
      );
      subjects.push({
        subjectId,
        name,
        departmentId,
        group: 'officer',
        facts: {
          stepsOnTime: finishedInTime(tasks),
          decisionsOnTime: decidedInTime(decided),
          tempo: tempoOf(decided),
          findings: findingFacts(
            findings
              .filter(({ officers }) => officers.some((one) => one.id === id && counts(one.departmentId)))
              .map(({ finding }) => finding),
          ),
          cards: cardFacts(sources.cards.filter(({ person }) => person?.id === id)),
          orders: orderFacts(sources.orders.filter(({ urge }) => urge.person?.id === id)),
          satisfaction: ratingFacts(
            sources.ratings.filter(({ decidedBy }) => decidedBy === id).map(({ rating }) => rating),
          ),
        },
      });
    }
  }
  return subjects;
}

import type { AppContext } from '../../app/appContext.ts';
import type { EvaluationDocument } from '../../dispatch/model.ts';
import type { Span } from '../period.ts';
import type { Fact } from '../scoring/facts.ts';
import {
  badRatingFacts,
  cardFacts,
  decidedInTime,
  findingFacts,
  orderFacts,
  ratingFacts,
  tempoOf,
  toldAtOnce,
} from './commonFacts.ts';
import { readFiles, readSources } from './readSources.ts';
import { departmentIdsOf, type Only, type Subject } from './subject.ts';

/** Departments, ranked among those of their level. */
export async function collectDepartments(app: AppContext, span: Span, only: Only): Promise<Subject[]> {
  const files = await readFiles(app, span);
  const subjects: Subject[] = [];
  for (const departmentId of departmentIdsOf(app, only)) {
    const sources = await readSources(app, span, departmentId);
    const department = app.organisation.findDepartment(departmentId);
    subjects.push({
      subjectId: departmentId,
      name: department?.name ?? departmentId,
      departmentId,
      group: department?.level ?? 'district',
      facts: {
        onTime: decidedInTime(sources.decided),
        tempo: tempoOf(sources.decided),
        findings: findingFacts(sources.findings),
        cards: cardFacts(sources.cards),
        orders: orderFacts(sources.orders),
        supplements: toldAtOnce(sources.decided),
        satisfaction: ratingFacts(sources.ratings.map(({ rating }) => rating)),
        badRatings: badRatingFacts(sources.earlierRatings, span, app.time.now()),
        dispatchOnTime: disposedInTime(files, departmentId),
      },
    });
  }
  return subjects;
}

function disposedInTime(files: readonly EvaluationDocument[], unit: string): Fact[] {
  return files.flatMap((file) =>
    file.unit !== unit || file.result !== 'closed' || typeof file.disposalOnTime !== 'boolean'
      ? []
      : [
          {
            key: file.caseId,
            kind: 'file',
            id: file.caseId,
            no: file.caseNo,
            at: file.at,
            good: file.disposalOnTime,
          },
        ],
  );
}

import type { Subject } from '../facts/subject.ts';
import type { PerformanceScoreDocument } from '../model.ts';
import { type SchemeKind, schemeOf } from '../schemes/schemeFile.ts';
import type { SchemeSetting } from '../schemes/schemeInForce.ts';
import { rankSubjects } from '../scoring/rankSubjects.ts';
import { scoreSubject } from '../scoring/scoreSubject.ts';

export type ScoreLine = Omit<
  PerformanceScoreDocument,
  '_id' | 'schemaVersion' | 'tenant' | 'performanceId' | 'before'
>;

/** Scores of subjects; ranked among each other, or with the reason why not. */
export function scoreSubjects(options: {
  kind: SchemeKind;
  setting: SchemeSetting;
  subjects: readonly Subject[];
  months: number;
  ranked: boolean;
}): ScoreLine[] {
  const { kind, setting, subjects, months, ranked } = options;
  const scheme = schemeOf(kind);
  const lines = subjects.map(({ facts, ...subject }) => ({
    ...subject,
    ...scoreSubject(scheme.indicators, setting, facts, months),
    base: facts[scheme.base]?.length ?? 0,
  }));
  const ranks = rankSubjects(lines, setting.minimum);
  return lines.map((line) => ({
    ...line,
    ...(ranked
      ? (ranks.get(line.subjectId) ?? unpublished)
      : { ...unpublished, unranked: 'notClosed' as const }),
  }));
}

const unpublished = { rank: null, rankedOf: 0, tied: false };

import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit/eventHash.ts';
import type { Subject } from '../facts/subject.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';

type Hashed = Pick<
  PerformanceDocument,
  'kind' | 'period' | 'revision' | 'schemeVersion' | 'setting' | 'factsOf' | 'adjustments' | 'prevHash'
>;

/**
 * SHA-256 over scheme, corrections and all scores of a revision, behind the hash of the one before (of its facts, for the
 * first): whoever keeps it can tell that nothing was changed since.
 */
export function hashResult(performance: Hashed, scores: readonly PerformanceScoreDocument[]): string {
  const { kind, period, revision, schemeVersion, setting, factsOf, adjustments, prevHash } = performance;
  const lines = [...scores]
    .sort((one, other) => (one.subjectId < other.subjectId ? -1 : 1))
    .map(({ subjectId, score, base, rank, tied, unranked, figures }) => ({
      ...{ subjectId, score, base, rank, tied, unranked, figures },
    }));
  return digest({ kind, period, revision, schemeVersion, setting, factsOf, adjustments, prevHash, lines });
}

/** SHA-256 of the frozen facts of all subjects. */
export function hashFacts(facts: readonly Pick<Subject, 'subjectId' | 'facts'>[]): string {
  const lines = [...facts].sort((one, other) => (one.subjectId < other.subjectId ? -1 : 1));
  return digest(lines.map(({ subjectId, facts: of }) => ({ subjectId, of })));
}

function digest(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/eventHash.ts';
import type { VisitMember } from './model.ts';

const prefix = 'visit-';

/** Whether a pack code is that of a set of items put together for a visit. */
export function isVisitCode(packCode: string): boolean {
  return packCode.startsWith(prefix);
}

/** The code of a set of items at an office: the same set is the same code. */
export function visitCode(departmentId: string, members: readonly VisitMember[]): string {
  const content = canonicalJson({ departmentId, members: members.map((member) => ({ ...member })) });
  return `${prefix}${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

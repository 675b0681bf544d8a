import type { PackManifest } from '@onewindow/processes';

export type JointRule = PackManifest['joint'][number];

interface Author {
  id: string;
  name: string;
  departmentId: string;
}

/** One department's opinion on a case: asked for when its task came into being. */
export interface JointOpinion {
  step: string;
  departmentId: string;
  askedAt: Date;
  position: 'open' | 'agree' | 'dissent';
  at?: Date;
  by?: Author;
  /** Nobody answered in time and the pack's rule counts that as agreement. */
  silent?: boolean;
}

/** 会签 of one case: the opinions of this round, and the meeting that settled a dissent. */
export interface JointState {
  key: string;
  opinions: JointOpinion[];
  meeting?: { agreed: boolean; at: Date; by: Author };
}

export type JointResult = 'open' | 'agreed' | 'dissent';

/**
 * Where a joint opinion stands: `open` while a department has not answered or none was asked; the meeting's conclusion
 * where there was one; else what the pack asks for: all agree, or more than half of those asked.
 */
export function jointResult(
  rule: Pick<JointRule, 'agreement'>,
  state: Pick<JointState, 'opinions' | 'meeting'> | undefined,
): JointResult {
  if (state === undefined) return 'open';
  if (state.meeting !== undefined) return state.meeting.agreed ? 'agreed' : 'dissent';
  const { opinions } = state;
  if (opinions.length === 0 || opinions.some(({ position }) => position === 'open')) return 'open';
  const agreeing = opinions.filter(({ position }) => position === 'agree').length;
  const needed = rule.agreement === 'all' ? opinions.length : Math.floor(opinions.length / 2) + 1;
  return agreeing >= needed ? 'agreed' : 'dissent';
}

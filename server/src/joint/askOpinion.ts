import { formatLimit } from '@onewindow/clocks';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { ClockWatch } from '../clocks/model.ts';
import { silenceKey } from '../clocks/planClock.ts';
import type { JointOpinion } from './jointState.ts';

/**
 * A task of an opinion came into being: the department is asked, anew when the case was sent back; an earlier answer of
 * that department and an earlier meeting no longer count. Returns when silence is looked at, for the task's clock.
 */
export function askOpinion(options: {
  subject: CaseDocument;
  loaded: LoadedPack;
  step: string;
  departmentId: string;
  now: Date;
}): ClockWatch[] {
  const { subject, loaded, step, departmentId, now } = options;
  const rule = loaded.pack.joint.find(({ opinions }) => opinions.some((opinion) => opinion.step === step));
  if (rule === undefined) return [];
  const states = subject.joint ?? [];
  const before = states.find(({ key }) => key === rule.key);
  const asked: JointOpinion = { step, departmentId, askedAt: now, position: 'open' };
  const opinions = [...(before?.opinions ?? []).filter((opinion) => opinion.step !== step), asked];
  subject.joint = [...states.filter(({ key }) => key !== rule.key), { key: rule.key, opinions }];
  const { silence } = rule;
  return silence === undefined
    ? []
    : [{ key: silenceKey, after: formatLimit(silence.after), notify: ['handler', 'head'] }];
}

import { defaultEscalationChain, type EscalationChain } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { ClockKind } from './model.ts';

/** Clocks that call people when they run out. A special procedure's own length is only told. */
const escalating: ReadonlySet<ClockKind> = new Set([
  'acceptance',
  'statutory',
  'promised',
  'step',
  'delivery',
  'publication',
  'publicationObjection',
  'response',
  'disposal',
  'callBack',
  'verification',
  'correction',
  'jointVisit',
  'hearingHold',
  'appeal',
]);

/** The window is told in time, and when a promised material is late; its absence is found by the supervisors. */
const chainOfWaived: EscalationChain = [
  { key: 'yellow', at: 'yellow', notify: ['clerk'] },
  { key: 'red', at: 'red', notify: ['clerk', 'supervisor'] },
];

/** Only supervision is told: a long pause is lawful as long as its procedure lasts. */
const chainOfPause: EscalationChain = [{ key: 'tooLong', at: 'red', notify: ['supervisor'] }];

/** Escalation chain and light thresholds of a case's clock: the pack's, or the defaults. */
export async function chainOf(
  app: AppContext,
  subject: Pick<CaseDocument, 'packCode' | 'packVersion'>,
  kind: ClockKind,
): Promise<{ chain: EscalationChain; thresholds: { workdays: number; percent: number } | undefined }> {
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const limits = pack.limits;
  if (kind === 'waivedMaterial') return { chain: chainOfWaived, thresholds: limits.yellow };
  if (kind === 'pauseLength') return { chain: chainOfPause, thresholds: limits.yellow };
  return {
    chain: escalating.has(kind) ? (limits.escalation ?? defaultEscalationChain) : [],
    thresholds: limits.yellow,
  };
}

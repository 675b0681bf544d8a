import texts from '../../../data/alertTexts.json' with { type: 'json' };
import type { AppContext } from '../../app/appContext.ts';
import { word } from '../../audit/viewEvents.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import type { Text } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import type { AlertDocument } from '../model.ts';
import { isTold } from './alertsOf.ts';

const acts = texts.acts as Readonly<Record<string, Text>>;
const audiences = texts.audience as Readonly<Record<string, Text>>;

export function viewAlert(app: AppContext, actor: Actor, alert: AlertDocument) {
  const { acknowledged, record } = alert;
  return {
    id: alert._id,
    text: sayAlert(alert),
    step: alert.stepKey,
    caseId: alert.caseId,
    caseNo: alert.caseNo,
    record: record ?? null,
    department: departmentRef(app, alert.departmentId),
    audience: alert.audience.map((of) => audiences[of] ?? { 'zh-CN': of, en: of }),
    dueAt: alert.dueAt.toISOString(),
    at: alert.firedAt.toISOString(),
    acknowledged:
      acknowledged === undefined
        ? null
        : {
            by: acknowledged.by.name,
            department: departmentRef(app, acknowledged.by.departmentId),
            at: new Date(acknowledged.at).toISOString(),
          },
    mayAcknowledge: acknowledged === undefined && isTold(actor, alert),
  };
}

/** What it tells: the step of a clock, or the act that caused it. */
function sayAlert({ clock, stepKey, effectKey }: AlertDocument): Text {
  const act = acts[actOf(stepKey, effectKey)];
  if (act !== undefined) return act;
  const step = word('step', stepKey);
  // Those of an earlier version did not keep their clock.
  const of = clock === undefined ? { 'zh-CN': '', en: '' } : word('clock', clock);
  const fill = (locale: keyof Text) =>
    texts[clock === undefined ? 'step' : 'clock'][locale]
      .replace('{clock}', of[locale])
      .replace('{step}', step[locale]);
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

/** Acts are told apart by the keys that let them be told once. */
function actOf(stepKey: string, effectKey: string): string {
  if (effectKey.includes(':escalate:')) return 'escalate';
  const [before = ''] = effectKey.split(':');
  if (before in acts) return before;
  return stepKey.split(':')[0] ?? '';
}

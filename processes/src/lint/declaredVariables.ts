import type { Value } from '../expression/evaluateExpression.ts';
import { callBackResults } from '../schema/dispatchEffectSchema.ts';
import {
  completionVariables,
  jointResults,
  panelResults,
  startVariables,
} from '../schema/processVariables.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Variables that expressions may name → the values each can take, null where they cannot be listed. */
export function declaredVariables({
  manifest,
  process,
  decisions,
}: ManifestUnderLint): Map<string, readonly Value[] | null> {
  const declared = new Map<string, readonly Value[] | null>();
  for (const name of [...startVariables, ...completionVariables]) declared.set(name, null);
  declared.set('decision', ['grant', 'refuse']);
  declared.set(
    'operation',
    manifest.operations.map(({ key }) => key),
  );
  const steps = Object.values(manifest.steps);
  for (const { name, type } of [
    ...manifest.intakeVariables,
    ...steps.flatMap(({ variables }) => variables),
  ]) {
    declared.set(name, type === 'boolean' ? [true, false] : null);
  }
  if (manifest.dispatch) {
    declared.set(
      'source',
      manifest.dispatch.sources.map(({ key }) => key),
    );
    declared.set('sourceVerified', [true, false]);
  }
  if (manifest.commitment) declared.set(manifest.commitment.variable, [true, false]);
  const wait = manifest.commitment?.verification.correction?.wait;
  if (wait) declared.set(wait.variable, null);
  for (const { variable } of manifest.joint) declared.set(variable, jointResults);
  for (const { panel } of steps) {
    if (!panel?.members) continue;
    declared.set(panel.members.count, null);
    declared.set(panel.members.variable, panelResults);
  }
  if (manifest.hearing?.course) declared.set(manifest.hearing.course.variable, null);
  for (const effect of steps.flatMap(({ effects }) => effects)) {
    if ('startPublicNotice' in effect) declared.set(effect.startPublicNotice.variable, null);
    if ('dispatch' in effect && effect.dispatch.variable !== undefined)
      declared.set(effect.dispatch.variable, effect.dispatch.act === 'suspend' ? null : callBackResults);
  }
  for (const { element } of process?.nodes.values() ?? []) {
    const result = element.get('camunda:resultVariable');
    if (typeof result !== 'string' || result === '') continue;
    const decision = decisions.find(({ id }) => id === element.get('camunda:decisionRef'));
    declared.set(result, decision?.table?.outputs[0]?.type === 'boolean' ? [true, false] : null);
  }
  return declared;
}

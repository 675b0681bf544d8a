import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import { panelTexts } from './panelTexts.ts';
import { stepsBefore } from './stepsBefore.ts';

/** The steps whose person may be asked for again at a task: those before it, and the taking in; said in a sentence. */
export function samePersonChoices(
  task: BpmnElement,
  manifest: Manifest,
  locale: Locale,
): { value: string; label: string }[] {
  const texts = panelTexts[locale];
  const steps = stepsBefore(task).filter(({ id }) => manifest.steps?.[id] !== undefined);
  return [
    ...steps.map(({ id }) => ({ value: id, label: samePersonSentence(id, manifest, locale) })),
    { value: 'intake', label: texts.samePersonAs(texts.intake) },
  ];
}

/** 由办过“材料审查”的人办理. */
export function samePersonSentence(step: string, manifest: Manifest, locale: Locale): string {
  const texts = panelTexts[locale];
  const name = step === 'intake' ? texts.intake : (manifest.steps?.[step]?.name?.[locale] ?? step);
  return texts.samePersonAs(name);
}

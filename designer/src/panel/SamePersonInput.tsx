import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { panelTexts } from './panelTexts.ts';
import { samePersonChoices } from './samePersonChoices.ts';

/** Whether a step is done by anybody of its group, or by whoever did an earlier step. */
export function SamePersonInput({ task }: { readonly task: BpmnElement }) {
  const { editor, manifest, locale } = useDesigning();
  const texts = panelTexts[locale];
  const value = manifest.steps?.[task.id]?.samePersonAs ?? '';
  const choices = samePersonChoices(task, manifest, locale);
  return (
    <>
      <ChoiceInput
        label={texts.samePerson}
        value={value}
        empty={texts.samePersonNone}
        choices={choices}
        onChange={(step) =>
          editor.setManifest(['steps', task.id, 'samePersonAs'], step === '' ? undefined : step)
        }
      />
      {value !== '' && <p className="owd-help">{texts.samePersonHelp}</p>}
    </>
  );
}

import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from './CheckInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { panelTexts } from './panelTexts.ts';

/** Who may not do a step because of what they did before: nobody, anybody who worked on the case, or on some steps. */
export function FourEyesInput({ task }: { readonly task: BpmnElement }) {
  const { editor, manifest, locale } = useDesigning();
  const texts = panelTexts[locale];
  const value = manifest.steps?.[task.id]?.fourEyes;
  const named = Array.isArray(value) ? (value as readonly string[]) : [];
  const how = value === true ? 'all' : named.length > 0 ? 'some' : 'none';
  const others = Object.entries(manifest.steps ?? {}).filter(([key]) => key !== task.id);
  const choices = [
    { key: 'intake', name: texts.intake },
    ...others.map(([key, step]) => ({ key, name: step.name?.[locale] ?? key })),
  ];
  const write = (fourEyes: boolean | readonly string[] | undefined) =>
    editor.setManifest(['steps', task.id, 'fourEyes'], fourEyes);
  return (
    <>
      <ChoiceInput
        label={texts.fourEyes}
        value={how}
        choices={(['none', 'all', 'some'] as const).map((key) => ({
          value: key,
          label: texts.fourEyesChoices[key],
        }))}
        onChange={(chosen) =>
          write(chosen === 'all' ? true : chosen === 'some' ? [choices[0]?.key ?? 'intake'] : undefined)
        }
      />
      {how === 'some' &&
        choices.map(({ key, name }) => (
          <CheckInput
            key={key}
            label={name}
            checked={named.includes(key)}
            onChange={(on) => {
              const kept = named.filter((entry) => entry !== key);
              const next = on ? [...kept, key] : kept;
              write(next.length === 0 ? undefined : next);
            }}
          />
        ))}
    </>
  );
}

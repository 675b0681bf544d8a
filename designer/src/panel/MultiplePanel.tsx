import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { panelTexts } from './panelTexts.ts';
import { TextInput } from './TextInput.tsx';

interface Loop {
  get(name: string): unknown;
}

/** Whether a step is given to several people, at the same time or in turn, and to how many. */
export function MultiplePanel({ task }: { readonly task: BpmnElement }) {
  const { editor, locale } = useDesigning();
  const texts = panelTexts[locale];
  const loop = task.businessObject.get('loopCharacteristics') as Loop | undefined;
  const how = loop === undefined ? 'one' : loop.get('isSequential') === true ? 'turn' : 'same';
  const body = (loop?.get('loopCardinality') as Loop | undefined)?.get('body');
  const factory = editor.service('bpmnFactory');
  const modeling = editor.service('modeling');
  const countOf = (text: string) => factory.create('bpmn:FormalExpression', { body: text });
  const choose = (chosen: string) => {
    if (chosen === 'one') modeling.updateProperties(task, { loopCharacteristics: undefined });
    else if (loop !== undefined)
      modeling.updateModdleProperties(task, loop, { isSequential: chosen === 'turn' });
    else {
      const loopCharacteristics = factory.create('bpmn:MultiInstanceLoopCharacteristics', {
        isSequential: chosen === 'turn',
        loopCardinality: countOf('2'),
      });
      modeling.updateProperties(task, { loopCharacteristics });
    }
  };
  return (
    <>
      <ChoiceInput
        label={texts.multiple}
        value={how}
        choices={[
          { value: 'one', label: texts.multipleOne },
          { value: 'same', label: texts.multipleSame },
          { value: 'turn', label: texts.multipleTurn },
        ]}
        onChange={choose}
      />
      {loop !== undefined && (
        <TextInput
          label={texts.multipleCount}
          value={typeof body === 'string' ? body : ''}
          help={texts.multipleHelp}
          onCommit={(text) =>
            modeling.updateModdleProperties(task, loop, {
              loopCardinality: text.trim() === '' ? undefined : countOf(text.trim()),
            })
          }
        />
      )}
    </>
  );
}

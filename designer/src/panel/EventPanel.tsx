import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from './CheckInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { panelTexts } from './panelTexts.ts';
import { TextInput } from './TextInput.tsx';

interface Definition {
  readonly $type: string;
  get(name: string): unknown;
}

const timers = ['timeDate', 'timeDuration', 'timeCycle'] as const;

/** When a timer goes off, which message is waited for, and whether it ends the task that it stands on. */
export function EventPanel({ event }: { readonly event: BpmnElement }) {
  const { editor, locale } = useDesigning();
  const texts = panelTexts[locale];
  const definitions = (event.businessObject.get('eventDefinitions') ?? []) as Definition[];
  const timer = definitions.find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  const message = definitions
    .find(({ $type }) => $type === 'bpmn:MessageEventDefinition')
    ?.get('messageRef') as Definition | undefined;
  const kind = timers.find((name) => timer?.get(name) !== undefined) ?? 'timeDate';
  const body = (timer?.get(kind) as Definition | undefined)?.get('body');
  const value = typeof body === 'string' ? body : '';
  const write = (name: (typeof timers)[number], text: string) => {
    if (timer === undefined) return;
    const expression =
      text === '' ? undefined : editor.service('bpmnFactory').create('bpmn:FormalExpression', { body: text });
    const cleared = Object.fromEntries(timers.map((entry) => [entry, undefined]));
    editor.service('modeling').updateModdleProperties(event, timer, { ...cleared, [name]: expression });
  };
  return (
    <>
      {timer !== undefined && (
        <fieldset className="owd-outcomes">
          <legend>{texts.timer}</legend>
          <ChoiceInput
            label={texts.timerKind}
            value={kind}
            choices={timers.map((name) => ({ value: name, label: texts.timerKinds[name] }))}
            onChange={(name) => write(name as (typeof timers)[number], value)}
          />
          <TextInput
            label={texts.timerValue}
            value={value}
            help={texts.timerHelp[kind]}
            onCommit={(text) => write(kind, text.trim())}
          />
        </fieldset>
      )}
      {message !== undefined && (
        <TextInput
          label={texts.message}
          value={String(message.get('name') ?? '')}
          onCommit={(name) => editor.service('modeling').updateModdleProperties(event, message, { name })}
        />
      )}
      {event.type === 'bpmn:BoundaryEvent' && (
        <CheckInput
          label={texts.interrupting}
          checked={event.businessObject.get('cancelActivity') !== false}
          onChange={(cancelActivity) =>
            editor.service('modeling').updateProperties(event, { cancelActivity })
          }
        />
      )}
    </>
  );
}

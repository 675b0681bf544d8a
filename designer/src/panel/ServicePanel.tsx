import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, inputParameters } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { TextInput } from './TextInput.tsx';

const documents: Readonly<Record<string, { zh: string; en: string }>> = {
  acceptanceNotice: { zh: '受理通知书', en: 'Acceptance notice' },
  specialProcedureNotice: { zh: '特别程序告知书', en: 'Special procedure notice' },
  extensionNotice: { zh: '延长办理期限通知书', en: 'Extension notice' },
  hearingRightNotice: { zh: '听证权利告知书', en: 'Notice of the right to a hearing' },
  hearingNotice: { zh: '听证通知书', en: 'Notice of hearing' },
  grantDecision: { zh: '准予决定书', en: 'Decision granting' },
  refusalDecision: { zh: '不予决定书', en: 'Decision refusing' },
  deliveryReceipt: { zh: '送达回执', en: 'Delivery receipt' },
};

/** What an automatic task or a decision table does. */
export function ServicePanel({ task }: { readonly task: BpmnElement }) {
  const { editor, files, texts, locale } = useDesigning();
  if (task.type === 'bpmn:BusinessRuleTask') {
    return (
      <>
        <TextInput
          label={texts.decisionTable}
          value={attribute(task, 'camunda:decisionRef')}
          onCommit={(value) =>
            editor.setAttributes(task, {
              'camunda:decisionRef': value,
              'camunda:decisionRefBinding': 'deployment',
              'camunda:mapDecisionResult': 'singleEntry',
            })
          }
        />
        <TextInput
          label={texts.resultVariable}
          value={attribute(task, 'camunda:resultVariable')}
          onCommit={(value) => editor.setAttributes(task, { 'camunda:resultVariable': value })}
        />
      </>
    );
  }
  const topic = attribute(task, 'camunda:topic');
  const notices = [...files.keys()]
    .filter((path) => path.startsWith('notices/'))
    .map((path) => path.replace(/^notices\/|\.ya?ml$/g, ''));
  const parameter = (name: string) => {
    const value = inputParameters(task)
      .find((entry) => entry.get('name') === name)
      ?.get('value');
    return typeof value === 'string' ? value : '';
  };
  return (
    <>
      <ChoiceInput
        label={texts.topic}
        value={topic}
        choices={Object.entries(texts.topics).map(([value, label]) => ({ value, label }))}
        onChange={(value) =>
          editor.setAttributes(task, { 'camunda:type': 'external', 'camunda:topic': value })
        }
      />
      {topic === 'issue-document' && (
        <ChoiceInput
          label={texts.documentKind}
          value={parameter('document')}
          choices={Object.entries(documents).map(([value, label]) => ({
            value,
            label: locale === 'en' ? label.en : label.zh,
          }))}
          onChange={(value) => editor.setInputParameter(task, 'document', value)}
        />
      )}
      {topic === 'notify' && (
        <ChoiceInput
          label={texts.notice}
          value={parameter('notice')}
          choices={notices.map((value) => ({ value, label: value }))}
          onChange={(value) => editor.setInputParameter(task, 'notice', value)}
        />
      )}
    </>
  );
}

import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { TextInput } from '../panel/TextInput.tsx';
import type { ConditionField } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import { countIncomplete, emptyGroup, type Group } from './conditionTree.ts';
import { type ConditionLimits, GroupEditor } from './GroupEditor.tsx';
import { type ConditionLanguage, readConditionTree, readSound } from './readCondition.ts';
import { sayCondition } from './sayCondition.ts';
import { writeBpmnCondition, writeExpression } from './writeCondition.ts';
import './conditions.css';

interface ConditionBuilderProps {
  readonly label: string;
  /** The condition as it is kept; '' where there is none. */
  readonly value: string;
  /** Called with the text after each change that says something complete. */
  readonly onChange: (text: string) => void;
  readonly fields: readonly ConditionField[];
  readonly language: ConditionLanguage;
}

interface Draft {
  /** The text from outside that was looked at last. */
  readonly seen: string;
  /** The text that the tree was written as. */
  readonly sent: string;
  /** What is chosen, unfinished lines included; null: only a text. */
  readonly tree: Group | null;
}

const readDraft = (text: string, language: ConditionLanguage): Draft => ({
  seen: text,
  sent: text,
  tree: readConditionTree(text, language),
});

const write = (tree: Group, language: ConditionLanguage): string =>
  language === 'bpmn' ? writeBpmnCondition(tree) : writeExpression(tree);

/** The engine reads `${…}`; whoever writes only what is inside means the same. */
const wrapped = (text: string, language: ConditionLanguage): string =>
  language === 'pack' || text === '' || /^[$#]\{/.test(text) ? text : `\${${text}}`;

const limits: ConditionLimits = {
  operators: [
    'is',
    'isNot',
    'less',
    'atMost',
    'more',
    'atLeast',
    'between',
    'oneOf',
    'noneOf',
    'empty',
    'given',
    'holds',
    'fails',
  ],
  depth: 3,
  withOther: true,
};

/**
 * A condition by choices, shown as a sentence. What the choices cannot show stays a text, which is edited as such and never
 * rewritten unasked.
 */
export function ConditionBuilder({ label, value, onChange, fields, language }: ConditionBuilderProps) {
  const { locale, readOnly } = useDesigning();
  const texts = conditionTexts[locale];
  const [draft, setDraft] = useState<Draft>(() => readDraft(value, language));
  const [writing, setWriting] = useState(false);
  // Undone, or changed elsewhere: what was half chosen here gives way. What was sent from here is known already.
  if (draft.seen !== value)
    setDraft(value === draft.sent ? { ...draft, seen: value } : readDraft(value, language));
  const { tree } = draft;
  const change = (next: Group) => {
    const text = write(next, language);
    const kept = readConditionTree(value, language);
    // The same in other words stays as it was written.
    const sent = kept !== null && text === write(kept, language) ? value : text;
    setDraft({ seen: value, sent, tree: next });
    if (sent !== value) onChange(sent);
  };
  const incomplete = tree === null ? 0 : countIncomplete(tree);
  return (
    <fieldset className="owd-outcomes owd-condition">
      <legend>{label}</legend>
      <p className="owd-sentence" role="status">
        {tree === null ? value : sayCondition(tree, fields, locale)}
      </p>
      {tree === null && (
        <Alert
          type={readSound(value, language) === null ? 'error' : 'info'}
          title={readSound(value, language) === null ? texts.wrong : texts.cannotShow}
        />
      )}
      {tree === null || writing ? (
        <TextInput
          label={texts.text}
          value={value}
          rows={2}
          onCommit={(typed) => onChange(wrapped(typed.trim(), language))}
        />
      ) : (
        <GroupEditor group={tree} fields={fields} limits={limits} onChange={change} />
      )}
      {incomplete > 0 && <p className="owd-help">{texts.incomplete(incomplete)}</p>}
      {!readOnly && (
        <div className="owd-buttons">
          {tree !== null && (
            <Button size="small" type="text" onClick={() => setWriting(!writing)}>
              {writing ? texts.build : texts.write}
            </Button>
          )}
          {(value !== '' || incomplete > 0) && (
            <Button size="small" type="text" onClick={() => change(emptyGroup)}>
              {texts.clear}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

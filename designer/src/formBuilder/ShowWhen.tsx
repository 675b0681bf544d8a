import { Alert } from 'antd';
import { useState } from 'react';
import { emptyGroup, type Group } from '../conditions/conditionTree.ts';
import { type ConditionLimits, GroupEditor } from '../conditions/GroupEditor.tsx';
import { sayCondition } from '../conditions/sayCondition.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { useFormEditing } from './FormEditing.ts';
import {
  formOperators,
  listFormFields,
  readShowRule,
  type ShowRule,
  writeShowRule,
} from './formCondition.ts';
import { formTexts } from './formTexts.ts';
import '../conditions/conditions.css';

const limits: ConditionLimits = {
  operators: formOperators,
  joins: ['all', 'any'],
  depth: 1,
  withOther: false,
};
const newTest: Group = { ...emptyGroup, parts: [{ kind: 'test', field: '', operator: 'is', values: [] }] };

/** When the chosen component is shown, by the same choices as conditions of the process. */
export function ShowWhen() {
  const { locale } = useDesigning();
  const { nodes, selected, setPart } = useFormEditing();
  const texts = formTexts[locale];
  const kept = selected === null ? null : readShowRule(selected.component['conditional']);
  const keptText = JSON.stringify(kept === null ? null : writeShowRule(kept));
  const [draft, setDraft] = useState({ seen: keptText, rule: kept });
  if (draft.seen !== keptText) setDraft({ seen: keptText, rule: kept });
  if (selected === null) return null;
  const { rule } = draft;
  const fields = listFormFields(nodes, selected, locale);
  const change = (next: ShowRule) => {
    const written = writeShowRule(next);
    const text = JSON.stringify(written);
    setDraft({ seen: text, rule: next });
    if (text !== keptText) setPart(['conditional'], written);
    else setDraft({ seen: keptText, rule: next });
  };
  if (rule === null) return <Alert type="info" title={texts.showOther} />;
  const how = rule.tree.parts.length === 0 ? 'always' : rule.hide ? 'hide' : 'show';
  return (
    <fieldset className="owd-outcomes owd-condition">
      <legend>{texts.showWhen}</legend>
      <ChoiceInput
        label={texts.showWhen}
        value={how}
        choices={[
          { value: 'always', label: texts.always },
          { value: 'show', label: texts.showIf },
          { value: 'hide', label: texts.hideIf },
        ]}
        onChange={(chosen) => {
          if (chosen === 'always') change({ hide: false, tree: emptyGroup });
          else change({ hide: chosen === 'hide', tree: rule.tree.parts.length === 0 ? newTest : rule.tree });
        }}
      />
      {how !== 'always' && (
        <>
          <p className="owd-sentence" role="status">
            {sayCondition(rule.tree, fields, locale)}
          </p>
          <GroupEditor
            group={rule.tree}
            fields={fields}
            limits={limits}
            onChange={(tree) => change({ ...rule, tree })}
          />
        </>
      )}
    </fieldset>
  );
}

import { Button } from 'antd';
import { useRef } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import type { ConditionField } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import { type Group, type Join, joins, type Operator, type Part } from './conditionTree.ts';
import { TestRow } from './TestRow.tsx';

/** What the language of a condition can say. */
export interface ConditionLimits {
  readonly operators?: readonly Operator[];
  /** Ways of joining; default: all four. */
  readonly joins?: readonly Join[];
  /** How many groups may stand within one another; 1: no groups inside. */
  readonly depth: number;
  readonly withOther: boolean;
}

interface GroupEditorProps {
  readonly group: Group;
  readonly fields: readonly ConditionField[];
  readonly limits: ConditionLimits;
  readonly onChange: (group: Group) => void;
  /** Left out: the outermost group, which stays. */
  readonly onRemove?: () => void;
}

/** A group of conditions, groups within it included; every part can be added, changed and removed by keyboard. */
export function GroupEditor({ group, fields, limits, onChange, onRemove }: GroupEditorProps) {
  const { locale, readOnly } = useDesigning();
  const texts = conditionTexts[locale];
  const list = useRef<HTMLUListElement>(null);
  const put = (at: number, part: Part | null) => {
    const parts = group.parts.flatMap((one, index) => (index !== at ? [one] : part === null ? [] : [part]));
    onChange({ ...group, parts });
  };
  const add = (part: Part) => {
    onChange({ ...group, parts: [...group.parts, part] });
    // The keyboard goes on where the new part begins.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > li:last-child select')?.focus(),
    );
  };
  const offered = limits.joins ?? joins;
  const shown = offered.includes(group.join) ? offered : [group.join, ...offered];
  // One condition has nothing to be joined with, unless it is turned round.
  const joined = group.parts.length > 1 || group.join === 'none' || group.join === 'notAll';
  return (
    <div className="owd-group">
      {(joined || onRemove !== undefined) && (
        <ChoiceInput
          label={texts.join}
          value={group.join}
          choices={shown.map((join) => ({ value: join, label: texts.joins[join] }))}
          onChange={(join) => onChange({ ...group, join: join as Join })}
        />
      )}
      <ul ref={list}>
        {group.parts.map((part, at) =>
          part.kind === 'test' ? (
            <TestRow
              key={at}
              test={part}
              fields={fields}
              allowed={limits.operators}
              withOther={limits.withOther}
              onChange={(test) => put(at, test)}
              onRemove={() => put(at, null)}
            />
          ) : (
            <li key={at} className="owd-inner">
              <GroupEditor
                group={part}
                fields={fields}
                limits={{ ...limits, depth: limits.depth - 1 }}
                onChange={(inner) => put(at, inner)}
                onRemove={() => put(at, null)}
              />
            </li>
          ),
        )}
      </ul>
      {!readOnly && (
        <div className="owd-buttons">
          <Button size="small" onClick={() => add({ kind: 'test', field: '', operator: 'is', values: [] })}>
            {texts.addTest}
          </Button>
          {limits.depth > 1 && group.parts.length > 0 && (
            <Button
              size="small"
              onClick={() =>
                add({
                  kind: 'group',
                  join: group.join === 'any' ? 'all' : 'any',
                  parts: [{ kind: 'test', field: '', operator: 'is', values: [] }],
                })
              }
            >
              {texts.addGroup}
            </Button>
          )}
          {onRemove !== undefined && (
            <Button size="small" onClick={onRemove}>
              {texts.removeGroup}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

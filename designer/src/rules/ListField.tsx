import { Button } from 'antd';
import { useContext, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { MANIFEST } from '../model/manifest.ts';
import { RowActions } from '../panel/RowActions.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { useMovedRow } from '../panel/useMovedRow.ts';
import { GroupFields } from './GroupField.tsx';
import { freshKey, newValue } from './newValue.ts';
import type { SchemaNode } from './PackSchema.ts';
import { PickField } from './PickField.tsx';
import { referenceOf } from './referenceOf.ts';
import { rulesTexts } from './rulesTexts.ts';
import { FieldWithin, type LabelledField } from './SchemaFieldProps.ts';
import { shapeOf } from './shapeOf.ts';
import { pointerChoices } from './sourceChoices.ts';
import { titleOf } from './titleOf.ts';

/** Entries one below the other; short texts are written one a line, names of other parts are ticked. */
export function ListField(props: LabelledField) {
  const designing = useDesigning();
  const { editor, locale, readOnly } = designing;
  const texts = rulesTexts[locale];
  const Field = useContext(FieldWithin);
  const { node, path, value, required, label } = props;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const item: SchemaNode = node.items ?? {};
  const shape = shapeOf(item);
  const rows = useRef<HTMLUListElement>(null);
  const follow = useMovedRow(rows);
  const [added, setAdded] = useState(-1);
  const [said, setSaid] = useState('');
  if (shape === 'key' && referenceOf(path) !== undefined && referenceOf(path) !== 'formField')
    return <PickField {...props} />;
  if (shape === 'words' || shape === 'key' || shape === 'packCode')
    return (
      <TextInput
        label={label}
        rows={2}
        value={list.map(String).join('\n')}
        onCommit={(text) => {
          const next = text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
          if (next.length > 0 || !required) editor.setManifest(path, next.length === 0 ? undefined : next);
        }}
      />
    );
  const nameOf = (entry: unknown, at: number) => {
    const own = titleOf(entry, locale);
    const from = (entry as { readonly from?: unknown } | null)?.from;
    // A value for the flow is called what its field is called.
    const field = pointerChoices(path, designing).find(({ value: pointer }) => pointer === from);
    return field === undefined ? (own ?? texts.entry(at + 1)) : aside(locale, field.label, own ?? '');
  };
  const least = Math.max(node.minItems ?? 0, required ? 1 : 0);
  const add = () => {
    const made = newValue(item, { text: texts.newText, words: texts.newWords });
    const keyed = item.properties?.['key'] !== undefined && typeof made === 'object';
    const stem = String(path.at(-1)).replace(/s$/, '');
    editor.insertYaml(MANIFEST, path, keyed ? { ...made, key: freshKey(stem, list) } : made);
    setAdded(list.length);
  };
  const remove = (at: number) => editor.setManifest(list.length === 1 ? path : [...path, at], undefined);
  const move = (from: number, to: number) => {
    editor.moveYaml(MANIFEST, path, from, to);
    follow(from, to);
    setSaid(texts.moved(nameOf(list[from], from), to + 1));
  };
  return (
    <fieldset className="owd-rule-list">
      <legend>{label}</legend>
      <p className="owd-hidden" aria-live="polite">
        {said}
      </p>
      <ul ref={rows} className="owd-rows owd-folds">
        {list.map((entry, at) => {
          const title = nameOf(entry, at);
          const actions = (
            <RowActions
              name={title}
              at={at}
              count={list.length}
              {...(list.length > 1 ? { onMove: (to: number) => move(at, to) } : {})}
              {...(list.length > least ? { onRemove: () => remove(at) } : {})}
            />
          );
          const place = [...path, at].join('.');
          return (
            <li key={at} data-place={place}>
              {shape === 'group' ? (
                <>
                  <div className="owd-fold-head">{actions}</div>
                  <details open={added === at || list.length === 1}>
                    <summary>
                      <strong>{title}</strong>
                    </summary>
                    <GroupFields node={item} path={[...path, at]} value={entry} required />
                  </details>
                </>
              ) : (
                <div className="owd-rule-line">
                  <Field
                    node={item.description === undefined ? { ...item, description: label } : item}
                    path={[...path, at]}
                    value={entry}
                    required
                  />
                  {actions}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <Button size="small" aria-label={texts.add(label)} onClick={add}>
          {texts.addEntry}
        </Button>
      )}
    </fieldset>
  );
}

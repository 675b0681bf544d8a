import { useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { useMovedRow } from '../panel/useMovedRow.ts';
import { AddField } from './AddField.tsx';
import { licenseTexts } from './licenseTexts.ts';
import { PlacePanel } from './PlacePanel.tsx';
import { placeholdersIn } from './pieces.ts';
import { ValueEditor } from './ValueEditor.tsx';

export interface WrittenField {
  readonly label?: string;
  readonly value?: string;
  readonly span?: number;
  /** Millimetres from the upper left corner of the page to the base line: the field stands there instead of in its turn. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
}

interface FieldListProps {
  readonly file: string;
  readonly fields: readonly WrittenField[];
  readonly columns: number;
}

/** The fields in their order: named, chosen, moved by buttons or by dragging, made wide, taken away. */
export function FieldList({ file, fields, columns }: FieldListProps) {
  const { editor, locale, readOnly } = useDesigning();
  const texts = licenseTexts[locale];
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const follow = useMovedRow(list);
  const move = (from: number, to: number) => {
    if (from === to) return;
    editor.moveYaml(file, ['fields'], from, to);
    follow(from, to);
    setSaid(texts.moved(fields[from]?.label ?? '', to + 1));
  };
  return (
    <section aria-labelledby="owd-license-fields">
      <h2 id="owd-license-fields">{texts.fields}</h2>
      <p className="owd-help">{texts.fieldsHelp}</p>
      <p className="owd-hidden" aria-live="polite">
        {said}
      </p>
      <ul ref={list} className="owd-rows owd-license-fields">
        {fields.map((field, at) => {
          const name = field.label ?? String(at + 1);
          const key = placeholdersIn(field.value ?? '').find((path) => path.startsWith('fields.'));
          return (
            <li
              key={at}
              className={dragged === at ? 'owd-dragged' : ''}
              title={readOnly ? undefined : texts.dragHint}
              draggable={!readOnly}
              onDragStart={() => setDragged(at)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={() => {
                if (dragged !== null) move(dragged, at);
                setDragged(null);
              }}
            >
              <Place at={`fields.${at}`}>
                <Place at={key === undefined ? `fields.${at}` : `license.${key}`}>
                  <div className="owd-license-field">
                    <TextInput
                      label={texts.label}
                      value={field.label ?? ''}
                      onCommit={(label) =>
                        label.trim() !== '' && editor.setYaml(file, ['fields', at, 'label'], label.trim())
                      }
                    />
                    <ValueEditor
                      label={aside(locale, texts.value, name)}
                      value={field.value ?? ''}
                      onChange={(value) => editor.setYaml(file, ['fields', at, 'value'], value)}
                    />
                  </div>
                </Place>
                <PlacePanel file={file} field={field} at={at} />
                <div className="owd-row">
                  {columns === 2 && field.x === undefined ? (
                    <CheckInput
                      label={texts.wide}
                      checked={field.span === 2}
                      onChange={(on) => editor.setYaml(file, ['fields', at, 'span'], on ? 2 : undefined)}
                    />
                  ) : (
                    <span />
                  )}
                  <RowActions
                    name={name}
                    at={at}
                    count={fields.length}
                    onMove={(to) => move(at, to)}
                    {...(fields.length > 1
                      ? { onRemove: () => editor.setYaml(file, ['fields', at], undefined) }
                      : {})}
                  />
                </div>
              </Place>
            </li>
          );
        })}
      </ul>
      <AddField file={file} fields={fields} />
    </section>
  );
}

import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { AddFieldDialog } from './AddFieldDialog.tsx';
import { labelOf } from './checkForm.ts';
import { FieldRow } from './FieldRow.tsx';
import { useFormEditing } from './FormEditing.ts';
import { keysOf, samePath, withFreeKeys } from './formOutline.ts';
import { insertInForm } from './formText.ts';
import { formTexts } from './formTexts.ts';
import { type Moved, moveInList, moveInto, moveOut } from './moveField.ts';
import { RemoveField } from './RemoveField.tsx';

/** Every component of the form in order: chosen, added, moved, copied and deleted without a mouse. */
export function FieldOutline() {
  const { locale, readOnly } = useDesigning();
  const { text, form, nodes, selected, select, write } = useFormEditing();
  const texts = formTexts[locale];
  const [filter, setFilter] = useState('');
  const [asking, setAsking] = useState<'add' | 'remove' | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const follow = useRef(false);
  // After a move the keyboard stays with what was moved.
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  });
  const wanted = filter.trim().toLowerCase();
  const shown = nodes.filter(
    (node) =>
      wanted === '' ||
      `${node.label} ${node.key} ${labelOf(node.component, 'en')}`.toLowerCase().includes(wanted),
  );
  const take = (moved: Moved | null, said: string) => {
    if (moved === null || readOnly) return;
    write(moved.text, said);
    select(moved.path);
  };
  const name = selected?.label ?? '';
  const moves = {
    up: () => selected && take(moveInList(text, selected, -1), texts.said.up(name)),
    down: () => selected && take(moveInList(text, selected, 1), texts.said.down(name)),
    into: () => selected && take(moveInto(text, selected, nodes), texts.said.into(name)),
    out: () => selected && take(moveOut(text, selected, nodes), texts.said.out(name)),
  };
  const copy = () => {
    if (selected === null) return;
    const [made] = withFreeKeys([selected.component], keysOf(form));
    write(insertInForm(text, selected.list, selected.index + 1, [made]), texts.said.copied(name));
    select([...selected.list, selected.index + 1]);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowUp: moves.up, ArrowDown: moves.down, ArrowRight: moves.into, ArrowLeft: moves.out }[
      event.key
    ];
    if (event.key === 'Delete' && selected !== null && !readOnly) setAsking('remove');
    if (!event.altKey || move === undefined) return;
    event.preventDefault();
    follow.current = true;
    move();
  };
  return (
    <nav className="owd-fields" aria-label={texts.outline}>
      {!readOnly && (
        <div className="owd-buttons">
          <Button size="small" type="primary" onClick={() => setAsking('add')}>
            {texts.add}
          </Button>
        </div>
      )}
      <Input
        size="small"
        allowClear
        aria-label={texts.find}
        placeholder={texts.find}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {nodes.length === 0 && <p className="owd-help">{texts.emptyForm}</p>}
      <ul ref={list} onKeyDown={onKey}>
        {shown.map((node) => (
          <FieldRow
            key={node.path.join('.')}
            path={node.path}
            depth={node.depth}
            kind={texts.types[node.type] ?? node.type}
            name={(locale === 'en' ? labelOf(node.component, 'en') : '') || node.label}
            label={node.label}
            current={samePath(node.path, selected?.path ?? null)}
            onChoose={select}
          />
        ))}
      </ul>
      {selected !== null && !readOnly && (
        <div className="owd-moves" role="toolbar" aria-label={name}>
          <Button
            size="small"
            aria-keyshortcuts="Alt+ArrowUp"
            disabled={selected.index === 0}
            onClick={moves.up}
          >
            {texts.up}
          </Button>
          <Button
            size="small"
            aria-keyshortcuts="Alt+ArrowDown"
            disabled={selected.index === selected.count - 1}
            onClick={moves.down}
          >
            {texts.down}
          </Button>
          <Button
            size="small"
            aria-keyshortcuts="Alt+ArrowRight"
            disabled={moveInto(text, selected, nodes) === null}
            onClick={moves.into}
          >
            {texts.into}
          </Button>
          <Button
            size="small"
            aria-keyshortcuts="Alt+ArrowLeft"
            disabled={selected.depth === 0}
            onClick={moves.out}
          >
            {texts.out}
          </Button>
          <Button size="small" onClick={copy}>
            {texts.copy}
          </Button>
          <Button size="small" danger onClick={() => setAsking('remove')}>
            {texts.remove}
          </Button>
        </div>
      )}
      {asking === 'add' && <AddFieldDialog onClose={() => setAsking(null)} />}
      {asking === 'remove' && selected !== null && (
        <RemoveField node={selected} onClose={() => setAsking(null)} />
      )}
    </nav>
  );
}

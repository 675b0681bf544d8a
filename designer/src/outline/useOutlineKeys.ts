import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { pasteAfter } from '../copy/pasteAfter.ts';
import { useDesigning } from '../DesignerContext.ts';
import { elementName } from './elementName.ts';
import { moveStep, neighbourOf } from './moveStep.ts';
import { type Column, columnsOf } from './OutlineRowView.tsx';
import type { OutlineRow } from './outlineRows.ts';
import { outlineTexts } from './outlineTexts.ts';
import { placesFor } from './placesFor.ts';

export type OutlineAct =
  | 'add'
  | 'rename'
  | 'who'
  | 'form'
  | 'limit'
  | 'connect'
  | 'copy'
  | 'paste'
  | 'up'
  | 'down'
  | 'remove'
  | 'undo'
  | 'redo';

export interface Cell {
  readonly id: string;
  readonly column: Column;
}

export interface OutlineKeys {
  /** The cell that Tab leads to. */
  readonly active: Cell;
  readonly editing: boolean;
  readonly dialog: {
    readonly kind: 'add' | 'connect';
    readonly id: string;
    readonly what?: string | undefined;
  } | null;
  readonly menuOpen: boolean;
  readonly readOnly: boolean;
  onKeyDown(event: KeyboardEvent): void;
  moveTo(cell: Cell, focus: boolean): void;
  /** What Enter does in a cell. */
  use(cell: Cell): void;
  act(act: OutlineAct): void;
  /** Asks where to add something, beside the row that Tab leads to. */
  add(what?: string): void;
  openMenu(): void;
  closeMenu(): void;
  endEditing(): void;
  closeDialog(made?: string): void;
  afterDialog(): void;
}

interface Input {
  readonly rows: readonly OutlineRow[];
  readonly selected: string | null;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** Keys and acts of the outline: where the focus is, what each key does, what is being edited. */
export function useOutlineKeys({ rows, selected, table }: Input): OutlineKeys {
  const { editor, texts: all, locale, readOnly } = useDesigning();
  const texts = outlineTexts[locale];
  const [cell, setCell] = useState<Cell>({ id: '', column: 'name' });
  const [editing, setEditing] = useState(false);
  const [dialog, setDialog] = useState<OutlineKeys['dialog']>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  /** The focus is to go to the active cell once it is drawn. */
  const wantsFocus = useRef(false);
  const [turn, setTurn] = useState(0);
  /** What a dialog has made: the focus goes to it when the dialog is gone. */
  const made = useRef<string>(undefined);
  const takeFocus = useCallback(() => {
    wantsFocus.current = true;
    setTurn((old) => old + 1);
  }, []);
  const found = rows.findIndex(({ id }) => id === cell.id);
  const lastAt = useRef(0);
  if (found >= 0) lastAt.current = found;
  // What was deleted leaves the focus at its place in the list.
  const row = rows[found >= 0 ? found : Math.min(lastAt.current, rows.length - 1)];
  const own = row === undefined ? [] : columnsOf(row);
  const active: Cell = {
    id: row?.id ?? '',
    column: own.includes(cell.column) ? cell.column : 'name',
  };
  const element = editor.element(active.id);

  useEffect(() => {
    if (selected !== null) setCell((old) => (old.id === selected ? old : { id: selected, column: 'name' }));
  }, [selected]);
  const drawn = `${active.id} ${active.column} ${editing} ${rows.length} ${turn}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the active cell
  useEffect(() => {
    const at = table.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    if (wantsFocus.current && !editing) {
      wantsFocus.current = false;
      at?.focus();
    } else if (at !== document.activeElement) at?.scrollIntoView({ block: 'nearest' });
  }, [drawn]);

  const moveTo = (to: Cell, focus: boolean) => {
    if (focus) takeFocus();
    if (to.id !== cell.id || to.column !== cell.column) setCell(to);
  };
  const edit = (column: Column) => {
    if (readOnly) return;
    setCell({ id: active.id, column });
    setEditing(true);
  };
  const use = (to: Cell) => {
    if (to.column === 'name') editor.show(to.id);
    else if (to.column === 'next') {
      const flow = editor.element(to.id);
      const next = (flow as { target?: BpmnElement })?.target ?? flow?.outgoing[0]?.target;
      if (next !== undefined) moveTo({ id: next.id, column: 'name' }, true);
    } else if (!readOnly) {
      setCell(to);
      setEditing(true);
    }
  };
  const move = (way: 'up' | 'down') => {
    if (element === undefined) return;
    const name = elementName(element, all);
    const other = neighbourOf(element, way);
    if (other === null) {
      editor.announce(way === 'up' ? texts.said.cannotUp(name) : texts.said.cannotDown(name));
      return;
    }
    editor.together(() => moveStep(editor, element, way), texts.said[way](name, elementName(other, all)));
    takeFocus();
  };
  const act = (what: OutlineAct) => {
    if (what === 'undo' || what === 'redo') {
      if (what === 'undo' ? editor.canUndo : editor.canRedo) editor[what]();
      else editor.announce(what === 'undo' ? texts.said.nothingToUndo : texts.said.nothingToRedo);
      takeFocus();
      return;
    }
    if (element === undefined || readOnly) return;
    const name = elementName(element, all);
    if (what === 'rename') edit('name');
    else if (what === 'who' || what === 'form' || what === 'limit') edit(what);
    else if (what === 'up' || what === 'down') move(what);
    else if (what === 'copy') editor.service('copyPaste').copy([element]);
    else if (what === 'paste') {
      const pasted = pasteAfter(editor, element);
      if (pasted !== undefined) editor.show(pasted);
      takeFocus();
    } else if (what === 'connect') setDialog({ kind: 'connect', id: active.id });
    else if (what === 'remove') {
      takeFocus();
      editor.remove(element, texts.said.removed(name));
    } else add();
  };
  const add = (what?: string) => {
    if (element === undefined || readOnly) return;
    if (placesFor(element).length === 0) editor.announce(texts.said.cannotAdd(elementName(element, all)));
    else setDialog({ kind: 'add', id: active.id, what });
  };
  const step = (by: number) => {
    const at = rows.findIndex(({ id }) => id === active.id);
    const to = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (to !== undefined) moveTo({ id: to.id, column: active.column }, true);
  };
  const sideways = (by: number) => {
    const column = own[own.indexOf(active.column) + by];
    if (column !== undefined) moveTo({ id: active.id, column }, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const alone = !command && !event.altKey && !event.shiftKey;
    const run = keyOf({ event, command, alone });
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const keyOf = ({
    event,
    command,
    alone,
  }: {
    event: KeyboardEvent;
    command: boolean;
    alone: boolean;
  }): (() => void) | undefined => {
    const { key, altKey, shiftKey } = event;
    if (command && key.toLowerCase() === 'z') return () => act(shiftKey ? 'redo' : 'undo');
    if (command && key.toLowerCase() === 'y') return () => act('redo');
    if (command && key.toLowerCase() === 'c') return () => act('copy');
    if (command && key.toLowerCase() === 'v') return () => act('paste');
    if (command && key === 'Enter') return () => act('add');
    if (command && key === 'Home') return () => step(-rows.length);
    if (command && key === 'End') return () => step(rows.length);
    if (altKey && !command && key === 'ArrowUp') return () => act('up');
    if (altKey && !command && key === 'ArrowDown') return () => act('down');
    if ((shiftKey && key === 'F10') || key === 'ContextMenu') return () => setMenuOpen(!readOnly);
    if (!alone) return undefined;
    const plain: Readonly<Record<string, () => void>> = {
      ArrowUp: () => step(-1),
      ArrowDown: () => step(1),
      ArrowLeft: () => sideways(-1),
      ArrowRight: () => sideways(1),
      PageUp: () => step(-10),
      PageDown: () => step(10),
      Home: () => moveTo({ id: active.id, column: 'name' }, true),
      End: () => moveTo({ id: active.id, column: 'next' }, true),
      Enter: () => use(active),
      ' ': () => use(active),
      F2: () => edit(active.column === 'next' ? 'name' : active.column),
      Insert: () => act('add'),
      Delete: () => act('remove'),
    };
    return plain[key];
  };
  return {
    active,
    editing,
    dialog,
    menuOpen,
    readOnly,
    onKeyDown,
    moveTo,
    use,
    act,
    add,
    openMenu: () => setMenuOpen(true),
    closeMenu: () => {
      setMenuOpen(false);
      takeFocus();
    },
    endEditing: useCallback(() => {
      setEditing(false);
      takeFocus();
    }, [takeFocus]),
    closeDialog: (id) => {
      made.current = id;
    },
    afterDialog: () => {
      setDialog(null);
      if (made.current !== undefined) {
        editor.show(made.current);
        setCell({ id: made.current, column: 'name' });
        made.current = undefined;
      }
      takeFocus();
    },
  };
}

import { Button, Dropdown } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { neighbourOf } from './moveStep.ts';
import { outlineTexts } from './outlineTexts.ts';
import { placesFor } from './placesFor.ts';
import type { OutlineAct, OutlineKeys } from './useOutlineKeys.ts';

interface RowMenuProps {
  readonly id: string | null;
  readonly keys: OutlineKeys;
}

const shortcuts: Readonly<Partial<Record<OutlineAct, string>>> = {
  rename: 'F2',
  add: 'Ctrl+↵',
  copy: 'Ctrl+C',
  paste: 'Ctrl+V',
  up: 'Alt+↑',
  down: 'Alt+↓',
  remove: 'Del',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
};

/** All that can be done with the line of the outline that the focus is in. */
export function RowMenu({ id, keys }: RowMenuProps) {
  const { editor, locale } = useDesigning();
  const texts = outlineTexts[locale];
  const element = editor.element(id);
  const isTask = element?.type === 'bpmn:UserTask';
  const isNode = element !== undefined && element.type !== 'bpmn:SequenceFlow';
  const can: Readonly<Record<OutlineAct, boolean>> = {
    add: element !== undefined && placesFor(element).length > 0,
    rename: element !== undefined,
    who: isTask,
    form: isTask,
    limit: isTask,
    connect: isNode && element.type !== 'bpmn:EndEvent',
    copy: isNode,
    paste: isNode && element.type !== 'bpmn:EndEvent',
    up: isNode && neighbourOf(element, 'up') !== null,
    down: isNode && neighbourOf(element, 'down') !== null,
    remove: element !== undefined,
    undo: editor.canUndo,
    redo: editor.canRedo,
  };
  const acts: OutlineAct[] = ['add', 'rename'];
  if (isTask) acts.push('who', 'form', 'limit');
  acts.push('connect', 'copy', 'paste', 'up', 'down', 'remove', 'undo', 'redo');
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      open={keys.menuOpen}
      onOpenChange={(open) => (open ? keys.openMenu() : keys.closeMenu())}
      menu={{
        items: acts.map((act) => ({
          key: act,
          disabled: !can[act],
          label: texts.menu[act],
          extra: shortcuts[act],
          danger: act === 'remove',
        })),
        onClick: ({ key, domEvent }) => {
          // A dialog takes the focus while Enter is still held down: left alone, the browser would press its button.
          domEvent.preventDefault();
          keys.closeMenu();
          keys.act(key as OutlineAct);
        },
      }}
    >
      <Button size="small" aria-haspopup="menu" aria-expanded={keys.menuOpen}>
        {texts.actions}
      </Button>
    </Dropdown>
  );
}

import type { Locale } from '../model/packFiles.ts';

type Shortcut = readonly [keys: string, what: string];

interface ShortcutTexts {
  readonly title: string;
  readonly keys: string;
  readonly what: string;
  readonly close: string;
  readonly groups: readonly { readonly name: string; readonly shortcuts: readonly Shortcut[] }[];
}

const zh: ShortcutTexts = {
  title: '快捷键',
  keys: '按键',
  what: '作用',
  close: '关闭',
  groups: [
    {
      name: '元素清单',
      shortcuts: [
        ['↑ ↓ ← →', '在清单中移动'],
        ['Home / End', '到本行的开头、末尾'],
        ['Ctrl + Home / End', '到第一行、最后一行'],
        ['PageUp / PageDown', '上移、下移十行'],
        ['Enter', '在流程图中选中；在其他列中就地修改'],
        ['F2', '改名；在其他列中就地修改'],
        ['Ctrl + Enter 或 Insert', '在这里添加'],
        ['Alt + ↑ / ↓', '与前面、后面的环节对调'],
        ['Ctrl + C / Ctrl + V', '复制，粘贴到这一行之后（也可以在另一个办事包中粘贴）'],
        ['Delete', '删除'],
        ['Shift + F10', '打开操作菜单'],
        ['Ctrl + Z / Ctrl + Y', '撤销、重做'],
        ['Esc', '放弃正在修改的内容'],
      ],
    },
    {
      name: '流程图（先用 Tab 或点击进入）',
      shortcuts: [
        ['Ctrl + Z / Ctrl + Y', '撤销、重做'],
        ['Ctrl + C / Ctrl + V', '复制、粘贴，也可以粘贴到另一个办事包'],
        ['Ctrl + A', '全部选中'],
        ['↑ ↓ ← →', '移动选中的元素；没有选中时移动画布（同时按 Ctrl）'],
        ['Shift + ↑ ↓ ← →', '移动得更远'],
        ['Delete', '删除选中的元素'],
        ['N', '添加任何元素'],
        ['A', '在选中的元素后面添加'],
        ['E', '修改名称'],
        ['R', '更改元素种类'],
        ['L', '框选'],
        ['C', '连线'],
        ['S', '留出或收回空间'],
        ['H', '抓手：拖动画布'],
        ['Ctrl + F', '查找元素'],
        ['Ctrl + + / Ctrl + - / Ctrl + 0', '放大、缩小、原大'],
      ],
    },
    {
      name: '模拟走一遍',
      shortcuts: [
        ['N', '走一步；要选择的，跳到选择'],
        ['B', '后退一步'],
        ['R', '从头再来'],
      ],
    },
    { name: '任何地方', shortcuts: [['?', '打开这份快捷键清单（不在输入文字时）']] },
  ],
};

const en: ShortcutTexts = {
  title: 'Shortcuts',
  keys: 'Keys',
  what: 'What they do',
  close: 'Close',
  groups: [
    {
      name: 'List of elements',
      shortcuts: [
        ['↑ ↓ ← →', 'Move in the list'],
        ['Home / End', 'To the start or end of the line'],
        ['Ctrl + Home / End', 'To the first or last line'],
        ['PageUp / PageDown', 'Ten lines up or down'],
        ['Enter', 'Select in the diagram; edit in place in the other columns'],
        ['F2', 'Rename; edit in place in the other columns'],
        ['Ctrl + Enter or Insert', 'Add here'],
        ['Alt + ↑ / ↓', 'Change places with the step before or behind'],
        ['Ctrl + C / Ctrl + V', 'Copy, paste behind this line (in another pack too)'],
        ['Delete', 'Delete'],
        ['Shift + F10', 'Open the menu'],
        ['Ctrl + Z / Ctrl + Y', 'Undo, redo'],
        ['Esc', 'Give up what is being edited'],
      ],
    },
    {
      name: 'Diagram (enter it by Tab or a click)',
      shortcuts: [
        ['Ctrl + Z / Ctrl + Y', 'Undo, redo'],
        ['Ctrl + C / Ctrl + V', 'Copy, paste, into another pack too'],
        ['Ctrl + A', 'Select all'],
        ['↑ ↓ ← →', 'Move what is selected; with Ctrl and nothing selected, the canvas'],
        ['Shift + ↑ ↓ ← →', 'Move further'],
        ['Delete', 'Delete what is selected'],
        ['N', 'Add any element'],
        ['A', 'Add behind the selected element'],
        ['E', 'Edit the name'],
        ['R', 'Change the kind of element'],
        ['L', 'Select several'],
        ['C', 'Connect'],
        ['S', 'Make or take away room'],
        ['H', 'Drag the canvas'],
        ['Ctrl + F', 'Find an element'],
        ['Ctrl + + / Ctrl + - / Ctrl + 0', 'Larger, smaller, actual size'],
      ],
    },
    {
      name: 'Walk through it',
      shortcuts: [
        ['N', 'One step; where there is a choice, to the choice'],
        ['B', 'One step back'],
        ['R', 'Start again'],
      ],
    },
    { name: 'Anywhere', shortcuts: [['?', 'Open this list (not while typing)']] },
  ],
};

export const shortcutTexts: Readonly<Record<Locale, ShortcutTexts>> = { 'zh-CN': zh, en };

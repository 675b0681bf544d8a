import { Button, Dropdown, type MenuProps, message } from 'antd';
import { useState } from 'react';
import { showStart } from '../bpmn/showDrawing.ts';
import { useModelerEvent } from '../bpmn/useModelerEvent.ts';
import { useDesigning } from '../DesignerContext.ts';
import { exportPicture, type PictureKind, printPicture } from '../exportPicture/exportPicture.ts';
import { ShortcutsDialog } from '../shortcuts/ShortcutsDialog.tsx';
import { align, alignments } from './align.ts';
import { drawingTexts } from './drawingTexts.ts';
import { drawLayout } from './layOut.ts';
import { moveTo, readPlaces } from './places.ts';
import '../exportPicture/print.css';

/** What is done to the drawing as a whole: layout, alignment, grid, minimap, print, export; and the shortcuts. */
export function DrawingMenu() {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = drawingTexts[locale];
  const [notice, holder] = message.useMessage();
  const [shortcuts, setShortcuts] = useState(false);
  const { modeler } = editor;
  useModelerEvent(modeler, 'pack.refused', ({ text }) => void notice.error(text));
  const minimap = editor.service('minimap');
  const grid = readOnly ? null : editor.service('grid');
  const name = texts.fileName(manifest.name?.[locale] ?? 'process');
  const tell = (text: string, failed = false) => {
    if (failed) void notice.error(text);
    editor.announce(text);
  };
  const layOut = async () => {
    try {
      const { xml = '' } = await modeler.saveXML({ format: true });
      const places = readPlaces(await drawLayout(xml));
      editor.together(() => moveTo(modeler, places), texts.said.laidOut);
      showStart(modeler, readOnly);
    } catch {
      tell(texts.said.layoutFailed, true);
    }
  };
  const picture = async (kind: PictureKind) => {
    try {
      await exportPicture(modeler, kind, name);
      tell(texts.said.exported(`${name}.${kind}`));
    } catch {
      tell(texts.said.failed, true);
    }
  };
  const items: MenuProps['items'] = [
    ...(readOnly
      ? []
      : [
          { key: 'layOut', label: texts.layOut, onClick: () => void layOut() },
          {
            key: 'align',
            label: texts.align,
            children: alignments.map((how) => ({
              key: how,
              label: texts.alignments[how],
              onClick: () => {
                const problem = align(editor, how, texts.alignments[how]);
                if (problem !== null) tell(texts[problem], true);
              },
            })),
          },
          {
            key: 'grid',
            label: grid?.isVisible() ? texts.gridOff : texts.gridOn,
            onClick: () => grid?.toggle(),
          },
        ]),
    {
      key: 'minimap',
      label: minimap.isOpen() ? texts.minimapOff : texts.minimapOn,
      onClick: () => minimap.toggle(),
    },
    { type: 'divider' },
    {
      key: 'print',
      label: texts.print,
      onClick: () => void printPicture(modeler, manifest.name?.[locale] ?? name),
    },
    ...(['svg', 'png', 'pdf'] as const).map((kind) => ({
      key: kind,
      label: texts[kind],
      onClick: () => void picture(kind),
    })),
    { type: 'divider' },
    { key: 'shortcuts', label: texts.shortcuts, extra: '?', onClick: () => setShortcuts(true) },
  ];
  return (
    <>
      {holder}
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{ items, onClick: ({ domEvent }) => domEvent.preventDefault() }}
      >
        <Button size="small" aria-haspopup="menu">
          {texts.menu}
        </Button>
      </Dropdown>
      <ShortcutsDialog
        open={shortcuts}
        onOpen={() => setShortcuts(true)}
        onClose={() => setShortcuts(false)}
      />
    </>
  );
}

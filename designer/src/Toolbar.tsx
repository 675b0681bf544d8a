import { Button } from 'antd';
import { DrawingMenu } from './arrange/DrawingMenu.tsx';
import { showWhole } from './bpmn/showDrawing.ts';
import { useDesigning } from './DesignerContext.ts';
import { simulationTexts } from './simulation/simulationTexts.ts';

interface ToolbarProps {
  readonly dirty: boolean;
  readonly drawing: boolean;
  readonly onImport: () => void;
  readonly onBlock: () => void;
  readonly simulating: boolean;
  readonly onSimulate: () => void;
  /** The comments beside the diagram; left out where there are none to be had. */
  readonly talk?: { name: string; open: boolean; onToggle: () => void } | undefined;
  /** Publishing takes a second person. */
  readonly approval: boolean;
  readonly onPublish: () => void;
}

/** Undo, redo, view and publish. */
export function Toolbar(props: ToolbarProps) {
  const { dirty, drawing, simulating, onImport, onBlock, onSimulate, talk, approval, onPublish } = props;
  const { editor, texts, locale, readOnly } = useDesigning();
  const canvas = editor.service('canvas');
  const zoom = (factor: number) => canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  return (
    <div className="owd-toolbar" role="toolbar" aria-label={texts.toolbar}>
      {!readOnly && (
        <>
          <Button size="small" disabled={!editor.canUndo} onClick={() => editor.undo()}>
            {texts.undo}
          </Button>
          <Button size="small" disabled={!editor.canRedo} onClick={() => editor.redo()}>
            {texts.redo}
          </Button>
        </>
      )}
      {drawing && (
        <>
          <Button size="small" onClick={() => zoom(1.2)}>
            {texts.zoomIn}
          </Button>
          <Button size="small" onClick={() => zoom(1 / 1.2)}>
            {texts.zoomOut}
          </Button>
          <Button size="small" onClick={() => showWhole(editor.modeler, readOnly)}>
            {texts.fit}
          </Button>
          {!readOnly && (
            <Button
              size="small"
              // After the click, which closes the search as every click beside it does.
              onClick={() => setTimeout(() => editor.service('searchPad').toggle())}
            >
              {texts.find}
            </Button>
          )}
        </>
      )}
      {drawing && <DrawingMenu />}
      {drawing && (
        <Button size="small" aria-pressed={simulating} onClick={onSimulate}>
          {simulationTexts[locale].open}
        </Button>
      )}
      {drawing && talk !== undefined && (
        <Button size="small" aria-pressed={talk.open} onClick={talk.onToggle}>
          {talk.name}
        </Button>
      )}
      {!readOnly && drawing && (
        <Button size="small" onClick={onBlock}>
          {texts.insertBlock}
        </Button>
      )}
      {!readOnly && (
        <Button size="small" onClick={onImport}>
          {texts.importFiles}
        </Button>
      )}
      {readOnly && <span className="owd-state">{texts.readOnly}</span>}
      {!readOnly && (
        <Button size="small" type="primary" disabled={!dirty} onClick={onPublish}>
          {approval ? texts.handIn : texts.publish}
        </Button>
      )}
    </div>
  );
}

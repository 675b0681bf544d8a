import { Modal } from 'antd';
import { useRef, useState } from 'react';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { elementName, isFlowNode } from './elementName.ts';
import { outlineTexts } from './outlineTexts.ts';

interface ConnectDialogProps {
  readonly from: BpmnElement;
  /** With the id of the flow that was drawn, or nothing. */
  readonly onClose: (drawn?: string) => void;
  readonly afterClose: () => void;
}

/** Draws a flow from an element to another that it does not lead to yet. */
export function ConnectDialog({ from, onClose, afterClose }: ConnectDialogProps) {
  const { editor, texts: all, locale } = useDesigning();
  const texts = outlineTexts[locale];
  const name = elementName(from, all);
  const targets = targetsOf(from, editor.service('elementRegistry').filter(isFlowNode));
  const [to, setTo] = useState(targets[0]?.id ?? '');
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(true);
  const target = editor.element(to);
  const connect = () => {
    if (target === undefined) return;
    setOpen(false);
    const flow = editor.connect(from, target, texts.said.connected(name, elementName(target, all)));
    onClose(flow);
  };
  return (
    <Modal
      open={open}
      title={texts.connectTitle(name)}
      okText={texts.connect}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: target === undefined }}
      onOk={connect}
      onCancel={() => {
        setOpen(false);
        onClose();
      }}
      afterClose={afterClose}
      focusable={{ focusTriggerAfterClose: false }}
      afterOpenChange={(shown) => {
        if (shown) box.current?.querySelector('select')?.focus();
      }}
    >
      {targets.length === 0 ? (
        <p>{texts.nothingToConnect}</p>
      ) : (
        <div className="owd-dialog" ref={box}>
          <ChoiceInput
            label={texts.connectTo}
            value={to}
            choices={targets.map((other) => ({ value: other.id, label: elementName(other, all) }))}
            onChange={setTo}
          />
        </div>
      )}
    </Modal>
  );
}

/** What an element may lead to: anything of the same process but a start, itself, and what it leads to already. */
export function targetsOf(from: BpmnElement, nodes: readonly BpmnElement[]): BpmnElement[] {
  const reached = new Set(from.outgoing.map((flow) => flow.target.id));
  return nodes.filter(
    (other) =>
      other.id !== from.id &&
      !reached.has(other.id) &&
      other.parent?.id === from.parent?.id &&
      other.type !== 'bpmn:StartEvent' &&
      other.type !== 'bpmn:BoundaryEvent',
  );
}

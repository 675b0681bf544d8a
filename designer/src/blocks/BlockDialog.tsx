import { type Block, searchBlocks } from '@onewindow/processes/blocks';
import { Modal } from 'antd';
import { useId, useState } from 'react';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import { listed, said } from '../i18n/marks.ts';
import { blockTexts } from './blockTexts.ts';
import { insertBlock } from './insertBlock.ts';
import './blocks.css';

interface BlockDialogProps {
  /** Id of the selected element: a flow, or the node behind which the block goes. */
  readonly selected: string | null;
  readonly onClose: () => void;
}

/** Chooses a building block and the flow that it goes into. */
export function BlockDialog({ selected, onClose }: BlockDialogProps) {
  const { editor, locale } = useDesigning();
  const texts = blockTexts[locale];
  const id = useId();
  const [search, setSearch] = useState('');
  const found = searchBlocks(search);
  const [picked, setPicked] = useState<string | null>(null);
  const block = found.find(({ key }) => key === picked) ?? found[0];
  const flows = editor.service('elementRegistry').filter(isFlow) as BpmnConnection[];
  const near = flows.find((flow) => flow.id === selected || flow.source.id === selected);
  const [place, setPlace] = useState(near?.id ?? flows[0]?.id ?? '');
  const flow = flows.find((entry) => entry.id === place);
  const insert = () => {
    if (block === undefined || flow === undefined) return;
    const entry = insertBlock(editor, block, flow);
    editor.show(entry);
    onClose();
  };
  return (
    <Modal
      open
      title={texts.title}
      width={760}
      okText={texts.insert}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: block === undefined || flow === undefined }}
      onOk={insert}
      onCancel={onClose}
    >
      <div className="owd-blocks">
        <div>
          <label htmlFor={`${id}-search`}>{texts.search}</label>
          <input
            id={`${id}-search`}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <fieldset>
            <legend>{texts.list}</legend>
            {found.map((entry) => (
              <label key={entry.key}>
                <input
                  type="radio"
                  name={`${id}-block`}
                  checked={entry.key === block?.key}
                  onChange={() => setPicked(entry.key)}
                />
                {entry.name[locale]}
              </label>
            ))}
          </fieldset>
          {found.length === 0 && <p role="status">{texts.none}</p>}
        </div>
        {block !== undefined && <Description block={block} />}
      </div>
      <p className="owd-place">
        <label htmlFor={`${id}-place`}>{texts.place}</label>
        <select id={`${id}-place`} value={place} onChange={(event) => setPlace(event.target.value)}>
          {flows.map(({ id: key, source, target }) => (
            <option key={key} value={key}>
              {texts.between(nameOf(source), nameOf(target))}
            </option>
          ))}
        </select>
      </p>
      <p className="owd-help">{texts.one}</p>
    </Modal>
  );
}

function Description({ block }: { readonly block: Block }) {
  const { locale, texts: all } = useDesigning();
  const texts = blockTexts[locale];
  const paths = Object.keys(block.files);
  const counts = [
    [texts.forms, paths.filter((path) => path.startsWith('forms/')).length] as const,
    [texts.limits, Object.keys(block.manifest['steps'] ?? {}).length] as const,
    [texts.notices, paths.filter((path) => path.startsWith('notices/')).length] as const,
  ].filter(([, count]) => count > 0);
  return (
    <section aria-live="polite">
      <h3>{block.name[locale]}</h3>
      <p>{block.description[locale]}</p>
      <ol>
        {block.nodes.map((node) => (
          <li key={node.id}>
            <small>{all.types[node.type] ?? node.type}</small> {node.name}
          </li>
        ))}
      </ol>
      {counts.length > 0 && (
        <p className="owd-help">
          {said(
            texts.brings,
            listed(
              counts.map(([word, count]) => word(count)),
              locale,
            ),
            locale,
          )}
        </p>
      )}
    </section>
  );
}

function isFlow(element: BpmnElement): boolean {
  return element.type === 'bpmn:SequenceFlow' && element.waypoints !== undefined;
}

function nameOf(element: BpmnElement): string {
  return attribute(element, 'name') || element.id;
}

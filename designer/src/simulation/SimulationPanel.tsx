import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { elementName } from '../outline/elementName.ts';
import { readFlowGraph } from './flowGraph.ts';
import { movesOf } from './movesOf.ts';
import { moveTokens } from './moveTokens.ts';
import { nextStep } from './nextStep.ts';
import { paintTokens } from './paintTokens.ts';
import { simulationTexts } from './simulationTexts.ts';
import { TokenCard } from './TokenCard.tsx';
import { useSimulation } from './useSimulation.ts';
import './simulation.css';

/** Walks through the flow as it is drawn: what waits is told and done here, and painted into the drawing. */
export function SimulationPanel({ onClose }: { readonly onClose: () => void }) {
  const { editor, manifest, texts: all, locale, revision } = useDesigning();
  const texts = simulationTexts[locale];
  const registry = editor.service('elementRegistry');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` stands for the elements, which stay the same objects
  const graph = useMemo(() => readFlowGraph(registry), [registry, revision]);
  const walk = useSimulation(graph);
  const { simulation } = walk;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => paintTokens(editor.modeler, simulation), [editor.modeler, simulation]);
  useEffect(() => {
    const [first] = simulation.tokens;
    const element = first === undefined ? undefined : registry.get(first.at);
    if (element !== undefined) editor.service('canvas').scrollToElement(element, 140);
  }, [editor, registry, simulation]);
  const seen = useRef(simulation);
  useEffect(() => {
    const stages = movesOf(graph, seen.current, simulation);
    seen.current = simulation;
    return moveTokens(editor.modeler, stages);
  }, [editor.modeler, graph, simulation]);
  useEffect(() => heading.current?.focus(), []);
  const panel = useRef<HTMLElement>(null);
  const forward = () => {
    const token = nextStep(
      graph,
      simulation,
      walk.given,
      (id) => (manifest.steps?.[id]?.outcomes ?? []).length > 0,
    );
    // Where somebody has to choose, the choice gets the focus.
    if (token === null)
      panel.current?.querySelector<HTMLElement>('fieldset :is(button, select, input)')?.focus();
    else walk.complete(token);
  };
  const byKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (typing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { n: forward, b: walk.canGoBack ? walk.back : undefined, r: walk.again }[
      event.key.toLowerCase()
    ];
    if (act === undefined) return;
    event.preventDefault();
    act();
    // A button that was pressed may be gone with its step.
    if (document.activeElement === document.body) heading.current?.focus();
  };
  const nameOf = (id: string) => {
    const element = registry.get(id);
    return element === undefined ? id : elementName(element, all);
  };
  const resting = simulation.tokens.filter(({ at }) => graph.get(at)?.type !== 'SubProcess');
  const told =
    simulation.tokens.length > 0
      ? texts.moved(texts.list(resting.map(({ at }) => nameOf(at))))
      : simulation.passed.length > 0
        ? texts.ended
        : texts.nothing;
  const nodes = simulation.passed.filter((id) => graph.has(id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys beside the buttons that do the same
    <section ref={panel} className="owd-panel" aria-label={texts.title} onKeyDown={byKey}>
      <h2 ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      <p className="owd-help">{texts.help}</p>
      <div className="owd-buttons">
        <Button
          size="small"
          type="primary"
          aria-keyshortcuts="N"
          disabled={resting.length === 0}
          onClick={forward}
        >
          {texts.forward}
        </Button>
        <Button size="small" aria-keyshortcuts="B" disabled={!walk.canGoBack} onClick={walk.back}>
          {texts.back}
        </Button>
        <Button size="small" aria-keyshortcuts="R" onClick={walk.again}>
          {texts.again}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
      <p role="status" className="owd-sentence">
        {told}
      </p>
      {simulation.tokens.map((token) => (
        <TokenCard key={token.id} token={token} graph={graph} walk={walk} nameOf={nameOf} />
      ))}
      {nodes.length > 0 && (
        <details>
          <summary>{texts.path}</summary>
          <ol className="owd-path">
            {nodes.map((id, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass the same place again
              <li key={at}>{nameOf(id)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

import { Button } from 'antd';
import { listFlowFields } from '../conditions/listConditionFields.ts';
import { TryValues } from '../conditions/TryValues.tsx';
import { useDesigning } from '../DesignerContext.ts';
import type { FlowGraph } from './flowGraph.ts';
import { restOf, type Token } from './simulate.ts';
import { simulationTexts } from './simulationTexts.ts';
import type { Simulating } from './useSimulation.ts';

interface TokenCardProps {
  readonly token: Token;
  readonly graph: FlowGraph;
  readonly walk: Simulating;
  readonly nameOf: (id: string) => string;
}

/** Where one token rests, and what can happen there. */
export function TokenCard({ token, graph, walk, nameOf }: TokenCardProps) {
  const { manifest, locale } = useDesigning();
  const texts = simulationTexts[locale];
  const rest = restOf(graph, walk.simulation, token, walk.given);
  const node = graph.get(token.at);
  const outcomes = manifest.steps?.[token.at]?.outcomes ?? [];
  return (
    <fieldset className="owd-outcomes">
      <legend>{nameOf(token.at)}</legend>
      {rest.kind === 'work' && outcomes.length > 0 && (
        <>
          <p className="owd-help">{texts.outcome}</p>
          <div className="owd-buttons">
            {outcomes.map(({ key, name }) => (
              <Button key={key} size="small" onClick={() => walk.complete(token.id, { outcome: key })}>
                {name?.[locale] ?? key}
              </Button>
            ))}
          </div>
        </>
      )}
      {rest.kind === 'work' && outcomes.length === 0 && (
        <Button size="small" onClick={() => walk.complete(token.id)}>
          {node?.type.endsWith('Event') ? texts.happens : texts.done}
        </Button>
      )}
      {rest.kind === 'choice' && (
        <>
          <p className="owd-help">{texts.chooseEvent}</p>
          <div className="owd-buttons">
            {rest.ways.map(({ id, target }) => (
              <Button key={id} size="small" onClick={() => walk.choose(token.id, id)}>
                {nameOf(target)}
              </Button>
            ))}
          </div>
        </>
      )}
      {node?.type.endsWith('Gateway') && rest.kind !== 'join' && rest.kind !== 'choice' && (
        <Missing token={token} walk={walk} graph={graph} stuck={rest.kind === 'noWay'} />
      )}
      {rest.kind === 'join' && <p className="owd-help">{texts.join}</p>}
      {rest.kind === 'inside' && <p className="owd-help">{texts.inside}</p>}
      {node !== undefined && node.boundary.length > 0 && (
        <div className="owd-buttons">
          {node.boundary.map(({ id }) => (
            <Button key={id} size="small" onClick={() => walk.interrupt(token.id, id)}>
              {texts.interrupt(nameOf(id))}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** Values that a branch asks about; those that were given before can be given anew. */
function Missing({
  token,
  graph,
  walk,
  stuck,
}: Omit<TokenCardProps, 'nameOf'> & { readonly stuck: boolean }) {
  const { editor, manifest, files, locale, departments } = useDesigning();
  const texts = simulationTexts[locale];
  const registry = editor.service('elementRegistry');
  const asked = (graph.get(token.at)?.outgoing ?? []).map(({ condition }) => condition).join(' ');
  const flow = registry.get(graph.get(token.at)?.outgoing[0]?.id ?? '');
  const pack = { manifest, files, locale, departments };
  const fields =
    flow === undefined
      ? []
      : listFlowFields(registry, flow, pack).filter(({ name }) => new RegExp(`\\b${name}\\b`).test(asked));
  return (
    <>
      <p className={stuck ? 'owd-warning' : 'owd-help'}>{stuck ? texts.noWay : texts.values}</p>
      <TryValues fields={fields} given={walk.given} onChange={walk.tell} />
      <Button size="small" onClick={walk.goOn}>
        {texts.goOn}
      </Button>
    </>
  );
}

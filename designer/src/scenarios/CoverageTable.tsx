import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import type { Coverage } from './ScenarioReport.ts';
import { scenarioTexts } from './scenarioTexts.ts';
import type { ScenarioRuns } from './useScenarioRuns.ts';

/** What no scenario has passed, as a table, and the way to see it in the diagram. */
export function CoverageTable({
  coverage,
  runs,
  onShow,
}: {
  readonly coverage: Coverage;
  readonly runs: ScenarioRuns;
  readonly onShow: () => void;
}) {
  const { locale } = useDesigning();
  const texts = scenarioTexts[locale];
  const { nodes, flows, rules } = coverage;
  const names = new Map(nodes.map(({ id, name }) => [id, name === '' ? id : name]));
  const left = [
    ...nodes.filter(({ passed }) => !passed).map(({ id }) => [texts.nodes, names.get(id) ?? id, id] as const),
    ...flows
      .filter(({ passed }) => !passed)
      .map(
        ({ id, name, source, target }) =>
          [
            texts.flows,
            name === '' ? texts.flowName(names.get(source) ?? source, names.get(target) ?? target) : name,
            id,
          ] as const,
      ),
    ...rules
      .filter(({ passed }) => !passed)
      .map(
        ({ decision, decisionName, row, description, rule }) =>
          [
            texts.rules,
            texts.ruleName(decisionName || decision, row, description),
            `${decision} ${rule}`,
          ] as const,
      ),
  ];
  const sums = [
    [texts.nodes, nodes],
    [texts.flows, flows],
    [texts.rules, rules],
  ] as const;
  return (
    <section aria-label={texts.coverage}>
      <h2>{texts.coverage}</h2>
      <div className="owd-row">
        {sums.map(([label, list]) => (
          <span key={label}>
            {label} <strong>{texts.covered(list.filter(({ passed }) => passed).length, list.length)}</strong>
          </span>
        ))}
        <Button
          size="small"
          aria-pressed={runs.shown}
          onClick={() => {
            runs.show(!runs.shown);
            if (!runs.shown) onShow();
          }}
        >
          {runs.shown ? texts.hideInDiagram : texts.showInDiagram}
        </Button>
      </div>
      {left.length === 0 ? (
        <p>{texts.all}</p>
      ) : (
        <table className="owd-coverage">
          <caption>{texts.left}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.kind}</th>
              <th scope="col">{texts.what}</th>
            </tr>
          </thead>
          <tbody>
            {left.map(([kind, what, id]) => (
              <tr key={`${kind} ${id}`}>
                <td>{kind}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import { useCallback, useEffect, useState } from 'react';
import type { Designing } from '../DesignerContext.ts';
import { paintCoverage } from './paintCoverage.ts';
import type { RunScenarios, ScenarioReport } from './ScenarioReport.ts';

export interface ScenarioRuns {
  /** False where the page offers no engine. */
  readonly may: boolean;
  readonly report: ScenarioReport | null;
  /** The files were edited since. */
  readonly stale: boolean;
  readonly running: boolean;
  /** Why it could not be run. */
  readonly problem: string | null;
  readonly shown: boolean;
  run(keys: readonly string[] | undefined): void;
  /** Paints what was passed into the diagram, or no longer. */
  show(on: boolean): void;
}

/** The last run of scenarios. It outlives the tab, and its coverage can be seen in the diagram. */
export function useScenarioRuns(designing: Designing | null, onRun: RunScenarios | undefined): ScenarioRuns {
  const [report, setReport] = useState<ScenarioReport | null>(null);
  const [played, setPlayed] = useState<ReadonlyMap<string, string> | null>(null);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, show] = useState(false);
  const run = useCallback(
    (keys: readonly string[] | undefined) => {
      if (designing === null || onRun === undefined) return;
      const { files } = designing;
      setRunning(true);
      setProblem(null);
      setReport(null);
      setPlayed(files);
      onRun(
        [...files].map(([path, text]) => ({ path, text })),
        keys,
        setReport,
      )
        .then(setReport, (error: unknown) =>
          setProblem(error instanceof Error ? error.message : String(error)),
        )
        .finally(() => setRunning(false));
    },
    [designing, onRun],
  );
  const modeler = designing?.editor.modeler;
  const coverage = report?.coverage ?? null;
  useEffect(() => {
    if (modeler === undefined || coverage === null || !shown) return;
    return paintCoverage(modeler, coverage);
  }, [modeler, coverage, shown]);
  return {
    may: onRun !== undefined,
    report,
    stale: report !== null && played !== null && designing !== null && designing.files !== played,
    running,
    problem,
    shown,
    run,
    show,
  };
}

import type { RunScenarios, ScenarioReport } from '@onewindow/designer';
import { useCallback } from 'react';
import { newActionKey } from '../../api/actionKey.ts';
import { readScenarioRun, runScenarios } from '../../api/rehearsals.ts';
import { useProblemText } from '../../components/useProblemText.ts';

/** How often is asked how far the scenarios are, in milliseconds. */
const pause = 700;
/** Answers that may fail to come before it is given up. */
const patience = 5;

/** Has the server play scenarios and tells how far it is. */
export function useScenarioRunner(packCode: string): RunScenarios {
  const words = useProblemText();
  return useCallback(
    async (files, keys, tell) => {
      const named = keys === undefined ? {} : { keys };
      try {
        let run = await runScenarios(packCode, { files, ...named }, newActionKey());
        for (let failed = 0; run.state === 'running'; ) {
          tell(run as ScenarioReport);
          await new Promise((resolve) => setTimeout(resolve, pause));
          try {
            run = await readScenarioRun(run.id);
            failed = 0;
          } catch (error) {
            failed += 1;
            if (failed >= patience) throw error;
          }
        }
        return run as ScenarioReport;
      } catch (error) {
        throw new Error(words(error), { cause: error });
      }
    },
    [packCode, words],
  );
}

import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { recordHearing } from '../hearing/recordHearing.ts';
import { recordOpinion } from '../joint/recordOpinion.ts';
import { recordPanel } from '../panel/recordPanel.ts';

/** What a completed step says, for the procedures that the pack builds on it. */
export interface Said {
  step: string;
  outcome: string;
  kind: 'forward' | 'back' | 'grant' | 'refuse';
  by: { id: string; name: string; departmentId: string };
  data: Record<string, unknown>;
}

/** Takes a completed step into the joint opinions, panels and hearings of the case. Returns the engine variables they set. */
export async function recordProcedures(options: {
  app: AppContext;
  change: CaseChange;
  said: Said;
}): Promise<Record<string, string | number>> {
  return {
    ...(await recordOpinion(options)),
    ...(await recordPanel(options)),
    ...(await recordHearing(options)),
  };
}

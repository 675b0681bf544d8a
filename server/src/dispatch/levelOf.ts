import { conditionHolds } from '../catalog/conditionHolds.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { ActContext } from './actContext.ts';

/** The urgency: as the operator chose it, else the first level of the pack whose condition holds. */
export async function levelOf(context: ActContext): Promise<string | undefined> {
  const { app, change, dispatch, file } = context;
  if (file.level !== undefined) return file.level;
  if (dispatch.levels.every((level) => level.when === undefined)) return undefined;
  const { variables } = await readEngineVariables({ app, subject: change.subject, session: change.session });
  return dispatch.levels.find(({ when }) => when !== undefined && conditionHolds(when, variables))?.key;
}

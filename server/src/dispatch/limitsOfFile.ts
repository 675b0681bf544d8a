import type { Limit } from '@onewindow/clocks';
import type { Dispatch } from '@onewindow/processes';
import { categoryOf } from './categoryOf.ts';
import type { DispatchState } from './dispatchState.ts';

/** Limits of response and disposal of a case file: those of its urgency first, then subcategory, category, pack. */
export function limitsOfFile(
  dispatch: Dispatch,
  file: Pick<DispatchState, 'level' | 'category' | 'subcategory'>,
): { response: Limit | undefined; disposal: Limit | undefined } {
  const level = dispatch.levels.find((entry) => entry.key === file.level);
  const { category, subcategory } = categoryOf(dispatch, file.subcategory ?? file.category);
  const from = [level?.limits, subcategory?.limits, category?.limits, dispatch.limits];
  const first = (kind: 'response' | 'disposal') => from.find((limits) => limits?.[kind])?.[kind];
  return { response: first('response'), disposal: first('disposal') };
}

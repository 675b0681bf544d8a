import type { Dispatch } from '@onewindow/processes';
import type { DispatchState } from './dispatchState.ts';

/** Under which kind duplicates of a case file are looked for; undefined where the pack looks for none. */
export function openKeyOf(
  packCode: string,
  dispatch: Dispatch,
  file: Pick<DispatchState, 'category' | 'subcategory'>,
): string | undefined {
  if (dispatch.duplicates === undefined) return undefined;
  const kind =
    dispatch.duplicates.same === 'subcategory' ? (file.subcategory ?? file.category) : file.category;
  return `${packCode}:${kind ?? ''}`;
}

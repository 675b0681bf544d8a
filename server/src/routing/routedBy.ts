import type { LoadedPack } from '../catalog/packRegistry.ts';

/** Variables that no rule decides: the department of the item and the window that took it in. */
const fixed: readonly string[] = ['department', 'window'];

/**
 * The process variable that names the department of a step (`${tenant}:${variable}:role`), or undefined where the pack
 * fixes the department: such a step can be routed nowhere else.
 */
export async function routedBy(loaded: LoadedPack, step: string): Promise<string | undefined> {
  if (loaded.pack.theme !== undefined) return undefined;
  const { steps } = await loaded.processModel();
  const group = steps.find(({ key }) => key === step)?.candidateGroups ?? '';
  const variable = /^\$\{tenant\}:\$\{(\w+)\}:/.exec(group)?.[1];
  return variable === undefined || fixed.includes(variable) ? undefined : variable;
}

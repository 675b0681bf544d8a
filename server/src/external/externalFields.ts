import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { gatherFacts, readSource } from '../licenses/readSource.ts';

/** What is taken along to the other system, by field over there (`externalSystem.prefill`). Absent values are left out. */
export async function externalFields(
  app: AppContext,
  subject: CaseDocument,
  loaded: LoadedPack,
): Promise<Record<string, string>> {
  const rules = loaded.pack.externalSystem?.prefill ?? [];
  if (rules.length === 0) return {};
  const facts = await gatherFacts(app, subject);
  return Object.fromEntries(
    rules.flatMap(({ to, from }) => {
      const value = readSource(facts, from);
      return value === undefined || value === null || value === '' ? [] : [[to, String(value)] as const];
    }),
  );
}

import type { PublicationRules } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';

/** How the decision of a case is published; undefined where the pack keeps it to the parties. */
export async function publicationOf(
  app: AppContext,
  subject: CaseDocument,
): Promise<{ rules: PublicationRules; loaded: LoadedPack } | undefined> {
  const { decision } = subject;
  if (decision === undefined) return undefined;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rules = loaded.pack.publication;
  if (rules === undefined || !rules.decisions.includes(decision.kind)) return undefined;
  const of = rules.operations;
  return of === undefined || of.some((key) => key === subject.operation) ? { rules, loaded } : undefined;
}

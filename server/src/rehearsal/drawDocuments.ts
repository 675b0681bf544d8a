import { drawDocument } from '../documents/drawDocument.ts';
import { failure, type Place } from './failure.ts';
import type { Run } from './run.ts';

/**
 * Draws the documents of the case and notes those that cannot be drawn. A kind that was drawn for the same operation of
 * the pack before is passed over: drawing is most of what a scenario costs.
 */
export async function drawDocuments(run: Run, path: Place): Promise<void> {
  const { app, drawn } = run.stage;
  const { packCode } = run.loaded.pack;
  const documents = await app.models.caseDocuments
    .find({ tenant: app.tenant, caseId: run.caseId ?? '' })
    .lean();
  for (const { _id, kind, number } of documents) {
    const key = `${packCode}@${run.loaded.version}:${run.file.scenario.operation}:${kind}`;
    if (drawn.has(key)) continue;
    try {
      await drawDocument(app, _id);
      drawn.add(key);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      run.fail(path, failure('documentNotDrawn', { document: `${kind} ${number}`, message }));
    }
  }
}

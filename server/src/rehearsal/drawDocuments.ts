import { drawDocument } from '../documents/drawDocument.ts';
import { failure, type Place } from './failure.ts';
import type { Run } from './run.ts';
import { casesOf } from './themeActs.ts';

/**
 * Draws the documents of the scenario's cases and notes those that cannot be drawn. A kind that was drawn for the same
 * operation of the pack before is passed over: drawing is most of what a scenario costs.
 */
export async function drawDocuments(run: Run, path: Place): Promise<void> {
  const { app, drawn, keep } = run.stage;
  for (const { _id: caseId, packCode, packVersion, operation } of await casesOf(run)) {
    const documents = await app.models.caseDocuments.find({ tenant: app.tenant, caseId }).lean();
    for (const { _id, kind, number } of documents) {
      const key = `${packCode}@${packVersion}:${operation}:${kind}`;
      if (drawn.has(key)) continue;
      try {
        const { pdf } = await drawDocument(app, _id);
        drawn.add(key);
        await keep(`${packCode}-${operation}-${kind}`, pdf);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        run.fail(path, failure('documentNotDrawn', { document: `${kind} ${number}`, message }));
      }
    }
  }
}

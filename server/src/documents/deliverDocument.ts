import type { AppContext } from '../app/appContext.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { drawDocument } from './drawDocument.ts';

/** Draws an owed document in the background; asking for it earlier draws it then. */
export async function deliverDocument(app: AppContext, entry: OutboxDocument): Promise<void> {
  await drawDocument(app, String(entry.payload['documentId']));
}

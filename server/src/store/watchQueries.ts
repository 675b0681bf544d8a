import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { wholeReads } from '../http/metrics.ts';
import { type IndexShape, isServed } from './isServed.ts';

/** Methods whose first argument is a filter. */
const filtered: readonly string[] = [
  ...['find', 'findOne', 'countDocuments'],
  ...['updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate'],
];

/** Collections that hold what people arrange, not what happens: tens to a few thousand documents. */
const small: readonly string[] = [
  ...['assignmentRules', 'departments', 'divisions', 'halls', 'items', 'migrations', 'opinions'],
  ...['packDrafts', 'packVersions', 'paymentSchedules', 'rosters', 'savedViews', 'watermarks'],
];

/**
 * Counts the queries that no index serves (`onewindow_whole_reads_total`), and names each kind once in the log: without its
 * values, which may be personal. Journeys end with the question whether there was one.
 */
export function watchQueries(connection: Connection, log: Logger): void {
  const known = new Map<string, IndexShape[]>();
  const told = new Set<string>();
  connection.set('debug', (collection: string, method: string, filter: unknown) => {
    if (!filtered.includes(method) || small.includes(collection) || !isPlain(filter)) return;
    const indexes = known.get(collection) ?? indexesOf(connection, collection);
    known.set(collection, indexes);
    if (indexes.length === 0 || isServed(filter, indexes)) return;
    wholeReads.inc({ collection });
    const fields = Object.keys(filter);
    const shape = `${collection} ${method} ${fields.join()}`;
    if (told.has(shape)) return;
    told.add(shape);
    log.warn({ collection, method, fields }, 'no index serves this query');
  });
}

function indexesOf(connection: Connection, collection: string): IndexShape[] {
  const model = Object.values(connection.models).find((one) => one.collection.collectionName === collection);
  if (model === undefined) return [];
  const declared = model.schema.indexes().map(([fields, options]) => ({
    fields: Object.keys(fields),
    partial: options?.partialFilterExpression !== undefined,
  }));
  return [{ fields: ['_id'], partial: false }, ...declared];
}

function isPlain(filter: unknown): filter is Record<string, unknown> {
  return typeof filter === 'object' && filter !== null;
}

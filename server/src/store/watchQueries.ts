import type { CommandStartedEvent } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { wholeReads } from '../http/metrics.ts';
import { type IndexShape, isServed } from './isServed.ts';

/**
 * Collections that hold what people arrange, not what happens, or the tries of a few minutes: tens to a few thousand
 * documents.
 */
const small: readonly string[] = [
  ...['assignmentRules', 'departments', 'divisions', 'halls', 'items', 'migrations', 'opinions'],
  ...['packDrafts', 'packVersions', 'paymentSchedules', 'rosters', 'savedViews', 'watermarks'],
  // Limits are counted by a library, which asks for the key and, in an `$or`, for what has not expired.
  ...['loginAttempts', 'bookingAttempts', 'previewAttempts', 'codesByPhone', 'codesByAddress'],
  ...['apiKeyRequests', 'registerQuestions', 'objectionAttempts'],
];

/** Indexes of collections that libraries keep; all have `_id`. */
const libraries: Readonly<Record<string, readonly string[]>> = { 'fileBodies.chunks': ['files_id', 'n'] };

/**
 * Counts the queries that no index serves (`onewindow_whole_reads_total`), ours and those of libraries, and names each kind
 * once in the log: without its values, which may be personal. Journeys end with the question whether there was one.
 */
export function watchQueries(connection: Connection, log: Logger): void {
  const known = new Map<string, IndexShape[]>();
  const told = new Set<string>();
  connection
    .getClient()
    .on('commandStarted', ({ databaseName, commandName, command }: CommandStartedEvent) => {
      if (databaseName !== connection.name) return;
      const collection = String(command[commandName]);
      if (small.includes(collection)) return;
      for (const filter of filtersOf(commandName, command)) {
        const indexes = known.get(collection) ?? indexesOf(connection, collection);
        known.set(collection, indexes);
        if (isServed(filter, indexes)) continue;
        wholeReads.inc({ collection });
        const fields = Object.keys(filter);
        const shape = `${collection} ${commandName} ${fields.join()}`;
        if (told.has(shape)) continue;
        told.add(shape);
        log.warn({ collection, command: commandName, fields }, 'no index serves this query');
      }
    });
}

type Filter = Record<string, unknown>;

/** What a command of the driver asks for. */
function filtersOf(name: string, command: CommandStartedEvent['command']): Filter[] {
  switch (name) {
    case 'find':
      return [command['filter'] ?? {}];
    case 'aggregate':
      return [command['pipeline']?.[0]?.$match ?? {}];
    case 'findAndModify':
      return [command['query'] ?? {}];
    case 'update':
      return (command['updates'] ?? []).map(({ q }: { q: Filter }) => q);
    case 'delete':
      return (command['deletes'] ?? []).map(({ q }: { q: Filter }) => q);
    default:
      return [];
  }
}

function indexesOf(connection: Connection, collection: string): IndexShape[] {
  const model = Object.values(connection.models).find((one) => one.collection.collectionName === collection);
  const declared = (model?.schema.indexes() ?? []).map(([fields, options]) => ({
    fields: Object.keys(fields),
    partial: options?.partialFilterExpression !== undefined,
  }));
  const library = libraries[collection];
  return [
    { fields: ['_id'], partial: false },
    ...(library === undefined ? [] : [{ fields: library, partial: false }]),
    ...declared,
  ];
}

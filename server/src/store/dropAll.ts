import type { Connection } from 'mongoose';

/**
 * Removes a database of a test or a rehearsal, one collection after the other: the embedded store serves nobody else while
 * it drops, and a whole database that many scenarios filled takes it longer than its clients wait.
 */
export async function dropAll(connection: Connection): Promise<void> {
  for (const { name } of await connection.listCollections()) await connection.dropCollection(name);
  await connection.dropDatabase();
}

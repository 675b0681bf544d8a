import MongoStore from 'connect-mongo';
import type { SessionData } from 'express-session';

/**
 * Sessions in the store, read by their id alone: beside an `$or` the embedded store does not use even the id and reads
 * every session there is, for each request (decision 13).
 */
export class SessionStore extends MongoStore {
  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.#read(sid).then((session) => callback(null, session), callback);
  }

  async #read(sid: string): Promise<SessionData | null> {
    const kept = await (await this.collectionP).findOne({ _id: sid });
    // The index that removes what has expired works by the minute.
    if (kept === null || (kept.expires !== undefined && kept.expires.getTime() <= Date.now())) return null;
    const session = JSON.parse(String(kept.session)) as SessionData;
    // By it `touchAfter` decides whether the session is written again.
    return kept.lastModified === undefined
      ? session
      : Object.assign(session, { lastModified: kept.lastModified });
  }
}

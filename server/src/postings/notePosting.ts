import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';

/** What this copy of the server has noted already, by store: a person is noted once for each department. */
const noted = new WeakMap<AppContext['models'], Set<string>>();

/** Notes that the person has worked in the present department; costs a look the first time, nothing after it. */
export async function notePosting(
  app: AppContext,
  { id: personId, department }: Pick<Actor, 'id' | 'department'>,
): Promise<void> {
  const known = noted.get(app.models) ?? new Set();
  noted.set(app.models, known);
  const key = `${app.tenant}|${department.id}|${personId}`;
  if (known.has(key)) return;
  const posting = { tenant: app.tenant, departmentId: department.id, personId };
  try {
    await app.models.postings.updateOne(
      posting,
      { $setOnInsert: { _id: newId(), schemaVersion: 1, since: app.time.now() } },
      { upsert: true },
    );
  } catch (error) {
    // The step is finished all the same; another copy has noted it, or the next step does.
    if (!isDuplicateKey(error)) {
      app.log.warn({ err: error }, 'posting not noted');
      return;
    }
  }
  known.add(key);
}

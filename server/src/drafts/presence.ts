import type { AppContext } from '../app/appContext.ts';
import type { PackDraftDocument } from '../catalog/model.ts';
import type { Actor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { PackPresenceDocument } from './model.ts';

/** Seconds without a word after which somebody counts as gone; browsers say every ten that they are there. */
const goneAfter = 35;

/** Says that a person has a pack open, and answers who else has, and whose unpublished work there is. */
export async function sayPresent(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  editing: boolean;
}) {
  const { app, actor, packCode, editing } = input;
  const { tenant } = app;
  const now = app.time.now();
  const recent = new Date(now.getTime() - goneAfter * 1000);
  const { packPresence, packDrafts } = app.models;
  const present = (await packPresence.find({ tenant, packCode }).lean()) as PackPresenceDocument[];
  const own = present.find(({ userId }) => userId === actor.id);
  const since = own !== undefined && own.seenAt >= recent ? own.since : now;
  await packPresence.updateOne(
    { tenant, packCode, userId: actor.id },
    {
      $set: { userName: actor.name, seenAt: now, since, editing },
      $setOnInsert: { _id: newId(), schemaVersion: 1 },
    },
    { upsert: true },
  );
  // Asked every few seconds: one's own is left out here, because a filter by `$ne` reads all drafts of all packs.
  const drafts = (
    (await packDrafts
      .find({ tenant, packCode }, { files: 0, findings: 0 })
      .lean()) as unknown as PackDraftDocument[]
  ).filter(({ userId }) => userId !== actor.id);
  return {
    others: present
      .filter(({ userId, seenAt }) => userId !== actor.id && seenAt >= recent)
      .map((one) => ({ name: one.userName, since: one.since.toISOString(), editing: one.editing })),
    drafts: drafts.map(({ _id, userName, savedAt, baseVersion, revision }) => ({
      id: _id,
      by: userName,
      savedAt: savedAt.toISOString(),
      baseVersion,
      revision,
    })),
  };
}

/** A person has closed the pack. */
export async function sayGone(app: AppContext, actor: Actor, packCode: string): Promise<void> {
  await app.models.packPresence.deleteOne({ tenant: app.tenant, packCode, userId: actor.id });
}

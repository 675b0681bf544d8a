import type { AppContext } from '../app/appContext.ts';
import type { ObjectionText, PublicationDocument, PublicationObjectionDocument } from './model.ts';

/** How many objections wait, by publication, in the given departments. */
export async function openObjectionsOf(
  app: AppContext,
  departments: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const open = await Promise.all(
    departments.map((departmentId) =>
      app.models.publicationObjections
        .find({ tenant: app.tenant, departmentId, state: 'open' }, { publicationId: 1 })
        .lean(),
    ),
  );
  const counts = new Map<string, number>();
  for (const { publicationId } of open.flat())
    counts.set(publicationId, (counts.get(publicationId) ?? 0) + 1);
  return counts;
}

/** The objections against an entry, the open ones first; who objected is told only to the department that answers. */
export async function viewObjections(app: AppContext, publication: PublicationDocument, clear: boolean) {
  const found = (await app.models.publicationObjections
    .find({ tenant: app.tenant, publicationId: publication._id })
    .lean()) as PublicationObjectionDocument[];
  const order = (one: PublicationObjectionDocument) =>
    `${one.state === 'open' ? 0 : 1}${one.at.toISOString()}`;
  return found
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((objection) => ({
      id: objection._id,
      at: objection.at.toISOString(),
      state: objection.state,
      dueDay: objection.dueDay ?? null,
      said: clear ? app.cipher.open<ObjectionText>(objection.sealedData, objection._id) : null,
      answer:
        objection.answer === undefined
          ? null
          : {
              upheld: objection.answer.upheld,
              text: clear ? app.cipher.open<string>(objection.answer.sealedText, objection._id) : '',
              at: objection.answer.at.toISOString(),
              by: objection.answer.by.name,
            },
    }));
}

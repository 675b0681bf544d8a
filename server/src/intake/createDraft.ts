import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseAccount, CaseDocument } from '../cases/model.ts';
import { newCase } from '../cases/newCase.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireInUse } from '../catalog/requireInUse.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { bindTicket, counterOfDraft } from '../queue/bindTicket.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { addApplication } from './addApplication.ts';
import { applyIntakeEdit, type IntakeEdit } from './applyIntakeEdit.ts';

/**
 * Opens a draft at the window: pinned to the item's live version from now on.
 * At a counter it must be one of the counter's items, and belongs to the visitor who was called there.
 * Throws AppError `counterTakesNot`, `itemUnknown`, `itemRetired`, `operationUnknown`, `areaUnknown`, `invalidRequest`.
 */
export async function createDraft(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  operation: string;
  edit: IntakeEdit;
  account?: CaseAccount | undefined;
  /** The same for every try of one request: a draft that an interrupted try has opened is not opened again. */
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor } = input;
  const loaded = await app.packs.live(input.packCode);
  const operation = loaded.pack.operations.find((entry) => entry.key === input.operation);
  if (operation === undefined)
    throw new AppError('operationUnknown', { params: { operation: input.operation } });
  if (loaded.pack.dispatch !== undefined) throw new AppError('dispatchByReport');
  await requireInUse(app, {
    packCode: input.packCode,
    packVersion: loaded.version,
    itemName: loaded.pack.name,
  });
  const id = input.requestId ?? newId();
  const draft = newCase({
    app,
    actor,
    id,
    loaded,
    operation: operation.key,
    now: app.time.now(),
    account: input.account,
  });
  const place = await counterOfDraft(app, actor, loaded);
  if (place?.ticket !== undefined) {
    const { hallId, counter, ticket } = place;
    draft.ticket = { number: ticket.number, hallId, counter };
  }
  const openApplication = async (session: ClientSession) => {
    await addApplication({
      app,
      session,
      subject: draft,
      formPath: operation.intakeForm,
      data: {},
      open: true,
    });
    if (place?.ticket !== undefined) await bindTicket(app, session, place.ticket, draft);
  };
  try {
    const { subject } = await changeCase({
      app,
      caseId: draft._id,
      actor: asEventActor(actor),
      create: { draft, also: openApplication },
      work: async (change) => {
        const { packCode, packVersion } = draft;
        change.event('draftCreated', { packCode, packVersion, operation: draft.operation });
        if (draft.ticket !== undefined) change.event('calledAtCounter', { ...draft.ticket });
        await applyIntakeEdit({ app, change, edit: input.edit });
        if (input.account?.door === 'hotline') tellAccount(change, 'preparedForYou');
      },
    });
    if (place?.ticket !== undefined) app.queueStream.publish(place.hallId);
    return subject;
  } catch (error) {
    if (input.requestId === undefined || !isDuplicateKey(error)) throw error;
    return readIntakeCase(app, actor, input.requestId);
  }
}

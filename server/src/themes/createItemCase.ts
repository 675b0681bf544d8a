import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, CaseMaterial, ThemeItem } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import { sharedMaterialsOf } from './sharedMaterials.ts';
import { type PlannedItem, themeOf } from './themeItems.ts';

/**
 * Makes the case of one item in the transaction of the theme's receipt: received at once, or waiting for the items it
 * depends on. It carries the applicant, the answers and the materials of the one application, and from then on lives by
 * its own pack and its own limits.
 */
export async function createItemCase(options: {
  app: AppContext;
  session: ClientSession;
  now: Date;
  actor: Actor;
  themeCase: CaseDocument;
  planned: PlannedItem;
  item: ThemeItem;
  formData: Record<string, unknown>;
}): Promise<Changed<void>> {
  const { app, session, now, actor, themeCase, planned, item, formData } = options;
  const { loaded, rule } = planned;
  const operation = loaded.operation(rule.operation);
  const waits = item.after.length > 0;
  const theme = themeOf(await app.packs.version(themeCase.packCode, themeCase.packVersion));
  const materials: CaseMaterial[] = sharedMaterialsOf(
    theme,
    rule.item,
    operation.materials,
    themeCase.materials,
  );
  const draft: CaseDocument = {
    _id: item.caseId,
    schemaVersion: 1,
    tenant: app.tenant,
    version: 0,
    caseNo: item.caseNo,
    packCode: loaded.pack.packCode,
    packVersion: loaded.version,
    definitionId: loaded.definitionId,
    itemName: loaded.pack.name,
    operation: operation.key,
    state: 'draft',
    departmentId: loaded.pack.department,
    departmentIds: [loaded.pack.department],
    area: themeCase.area,
    sealedPerson: app.cipher.seal(personOf(app, themeCase), item.caseId),
    applicantMasked: themeCase.applicantMasked,
    ...(themeCase.holderIndex === undefined ? {} : { holderIndex: themeCase.holderIndex }),
    ...(themeCase.nameIndex === undefined ? {} : { nameIndex: themeCase.nameIndex }),
    materials,
    engine: { state: 'none' },
    family: {
      themeCaseId: themeCase._id,
      themeCaseNo: themeCase.caseNo ?? '',
      themePackCode: themeCase.packCode,
    },
    progressToken: randomBytes(18).toString('base64url'),
    createdBy: asAuthor(actor),
    createdAt: now,
    updatedAt: now,
    eventSeq: 0,
    lastEventHash: '',
    outboxSeq: 0,
  };
  const submissionId = newId();
  const keepApplication = async () => {
    await app.models.submissions.insertMany(
      [
        {
          _id: submissionId,
          schemaVersion: 1,
          tenant: app.tenant,
          caseId: item.caseId,
          stepKey: 'intake',
          formPath: operation.intakeForm,
          packVersion: loaded.version,
          sealedData: app.cipher.seal(formData, submissionId),
          by: asAuthor(actor),
          at: now,
          open: waits,
        },
      ],
      { session },
    );
  };
  return changeCaseIn(
    session,
    {
      app,
      caseId: item.caseId,
      actor: asEventActor(actor),
      create: { draft, also: keepApplication },
      work: async (change) => {
        const { caseNo } = item;
        change.event('itemOfTheme', { caseNo: themeCase.caseNo ?? '' });
        if (waits) {
          change.subject.state = 'waiting';
          change.event('waiting', { items: item.after.join(',') });
          return;
        }
        change.subject.state = 'received';
        change.subject.receivedAt = now;
        await startAcceptanceClock({ app, change });
        change.event('received', { caseNo });
        if (theme.receipt === 'perItem') await oweDocument({ app, change, kind: 'receipt', once: true });
      },
    },
    now,
  );
}

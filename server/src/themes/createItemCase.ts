import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, CaseMaterial, ThemeItem } from '../cases/model.ts';
import { newCase } from '../cases/newCase.ts';
import { personOf } from '../cases/personOf.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { addApplication } from '../intake/addApplication.ts';
import { noteLateRenewal } from '../intake/noteLateRenewal.ts';
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
  const licenseId = themeCase.memberLicenses?.[rule.item];
  const draft: CaseDocument = {
    ...newCase({ app, actor, id: item.caseId, loaded, operation: operation.key, now }),
    caseNo: item.caseNo,
    area: themeCase.area,
    sealedPerson: app.cipher.seal(personOf(app, themeCase), item.caseId),
    applicantMasked: themeCase.applicantMasked,
    ...(themeCase.holderIndex === undefined ? {} : { holderIndex: themeCase.holderIndex }),
    ...(themeCase.nameIndex === undefined ? {} : { nameIndex: themeCase.nameIndex }),
    materials,
    ...(licenseId === undefined ? {} : { licenseId }),
    family: {
      themeCaseId: themeCase._id,
      themeCaseNo: themeCase.caseNo ?? '',
      themePackCode: themeCase.packCode,
    },
  };
  const { intakeForm: formPath } = operation;
  const keepApplication = () =>
    addApplication({ app, session, subject: draft, formPath, data: formData, open: waits });
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
        await noteLateRenewal(app, change);
        await raiseBill({ app, change, due: 'acceptance' });
        if (theme.receipt === 'perItem') await oweDocument({ app, change, kind: 'receipt', once: true });
      },
    },
    now,
  );
}

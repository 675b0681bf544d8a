import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { chineseTime } from '../documents/chineseTime.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { receiptTemplate, slipTemplate } from './handoverTemplates.ts';
import type { HandoverDocument } from './model.ts';
import { readHandover } from './readHandover.ts';
import { inWords } from './receiveHandover.ts';

export type HandoverPaper = 'slip' | 'receipt';

/**
 * The slip under the seal of the sending body, or the confirmation of receipt under that of the receiving one; each is drawn
 * once. Its QR code leads to the slip, where the receiving counter confirms it. Throws AppError `notFound`, `stateConflict`.
 */
export async function handoverFile(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  paper: HandoverPaper;
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, actor, id, paper } = input;
  const slip = await readHandover(app, actor, id);
  if (paper === 'receipt' && slip.receivedAt === undefined)
    throw new AppError('stateConflict', { params: { state: slip.state } });
  const name = `${slip.number}${paper === 'receipt' ? ' 接收确认' : ''}.pdf`;
  return { bytes: await sealed(app, slip, paper), name };
}

async function sealed(app: AppContext, slip: HandoverDocument, paper: HandoverPaper): Promise<Uint8Array> {
  const { tenant } = app;
  const field = paper === 'slip' ? 'fileId' : 'receiptFileId';
  const drawn = slip[field];
  if (drawn !== undefined) return app.files.get({ tenant, id: drawn });
  const at = paper === 'slip' ? slip.at : (slip.receivedAt ?? slip.at);
  const issuer = app.organisation.department(paper === 'slip' ? slip.fromDepartmentId : slip.toDepartmentId);
  const pdf = await app.drawing.document({
    template: paper === 'slip' ? slipTemplate : receiptTemplate,
    data: {
      number: slip.number,
      body: { name: issuer.name, uscc: issuer.uscc },
      issuedDay: shanghaiDay(at),
      qr: { text: `${app.config.PUBLIC_BASE_URL}/window/handovers/${slip._id}`, caption: '扫码核对本交接单' },
      values: valuesOf(app, slip),
    },
    issuedAt: at,
    signingTime: app.time.now(),
  });
  const stored = await app.files.put({ tenant, bytes: pdf, mediaType: 'application/pdf' });
  await app.models.handovers.updateOne(
    { _id: slip._id, [field]: trusted({ $exists: false }) },
    { $set: { [field]: stored.id } },
  );
  return pdf;
}

function valuesOf(app: AppContext, slip: HandoverDocument): Record<string, unknown> {
  const name = (id: string) => app.organisation.department(id).name;
  return {
    from: name(slip.fromDepartmentId),
    to: name(slip.toDepartmentId),
    by: slip.by.name,
    sentAt: chineseTime(slip.at),
    note: slip.note === '' ? '—' : slip.note,
    cases: String(slip.cases.length),
    pieces: String(slip.cases.flatMap(({ materials }) => materials).reduce((sum, one) => sum + one.count, 0)),
    rows: slip.cases.map((entry) => ({
      caseNo: entry.caseNo,
      item: entry.itemName['zh-CN'],
      applicant: entry.applicantMasked === '' ? '—' : entry.applicantMasked,
      materials:
        entry.materials.map((one) => `${one.name['zh-CN']} ${one.count} 件`).join('；') || '无纸质材料',
    })),
    receivedBy: slip.receivedBy?.name ?? '—',
    receivedAt: slip.receivedAt === undefined ? '—' : chineseTime(slip.receivedAt),
    differences: (slip.differences ?? []).map((difference) => ({
      caseNo: slip.cases.find(({ caseId }) => caseId === difference.caseId)?.caseNo ?? '',
      words: inWords(slip)(difference),
    })),
  };
}

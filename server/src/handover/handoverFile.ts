import { shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { DocumentTemplate } from '@onewindow/signing';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
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
    sentAt: shanghaiTime(slip.at),
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
    receivedAt: slip.receivedAt === undefined ? '—' : shanghaiTime(slip.receivedAt),
    differences: (slip.differences ?? []).map((difference) => ({
      caseNo: slip.cases.find(({ caseId }) => caseId === difference.caseId)?.caseNo ?? '',
      words: inWords(slip)(difference),
    })),
  };
}

const table: DocumentTemplate['blocks'][number] = {
  type: 'table',
  from: 'rows',
  columns: [
    { title: '序号', value: '{{index}}', width: 0.7, align: 'centre' },
    { title: '办件编号', value: '{{caseNo}}', width: 2.4, align: 'left' },
    { title: '事项', value: '{{item}}', width: 2.2, align: 'left' },
    { title: '申请人', value: '{{applicant}}', width: 1.2, align: 'left' },
    { title: '原件', value: '{{materials}}', width: 3.4, align: 'left' },
  ],
};

const slipTemplate: DocumentTemplate = {
  schemaVersion: 1,
  kind: 'handoverSlip',
  title: '材料交接单',
  addressee: '{{to}}',
  blocks: [
    {
      type: 'paragraph',
      text: '{{from}}代收的下列申请材料现移交{{to}}，共 {{cases}} 件办件、{{pieces}} 件原件，请逐件核对后确认接收。',
    },
    table,
    {
      type: 'fields',
      rows: [
        { label: '移交人员', value: '{{by}}' },
        { label: '移交时间', value: '{{sentAt}}' },
        { label: '说明', value: '{{note}}' },
        { label: '接收人员（签字）', value: '　' },
      ],
    },
  ],
};

const receiptTemplate: DocumentTemplate = {
  schemaVersion: 1,
  kind: 'handoverReceipt',
  title: '材料接收确认',
  addressee: '{{from}}',
  blocks: [
    {
      type: 'paragraph',
      text: '{{to}}已接收交接单 {{number}} 所列材料，共 {{cases}} 件办件、{{pieces}} 件原件，核对情况如下。',
    },
    table,
    {
      type: 'table',
      from: 'differences',
      columns: [
        { title: '办件编号', value: '{{caseNo}}', width: 2, align: 'left' },
        { title: '与交接单不符之处', value: '{{words}}', width: 4, align: 'left' },
      ],
      empty: '与交接单一致',
    },
    {
      type: 'fields',
      rows: [
        { label: '接收人员', value: '{{receivedBy}}' },
        { label: '接收时间', value: '{{receivedAt}}' },
      ],
    },
  ],
};

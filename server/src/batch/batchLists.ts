import { shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { DocumentTemplate } from '@onewindow/signing';
import { stringify } from 'csv-stringify/sync';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { BatchListDocument, BatchRow } from './model.ts';

/** The latest lists of this person's department. */
export async function listBatchLists(app: AppContext, actor: Actor) {
  const lists = (await app.models.batchLists
    .find({ tenant: app.tenant, departmentId: actor.department.id })
    .sort({ at: -1 })
    .limit(100)
    .lean()) as BatchListDocument[];
  return {
    items: lists.map((list) => ({
      id: list._id,
      number: list.number,
      itemName: list.itemName,
      stepName: list.stepName,
      outcomeName: list.outcomeName,
      by: list.by.name,
      at: list.at.toISOString(),
      state: list.state,
      decided: list.results.filter(({ ok }) => ok).length,
      failed: list.results.filter(({ ok }) => !ok).length,
      hash: list.hash ?? null,
    })),
  };
}

/** Throws AppError `notFound` for a list of another department. */
async function readBatchList(app: AppContext, actor: Actor, id: string): Promise<BatchListDocument> {
  const list = (await app.models.batchLists
    .findOne({ _id: id, tenant: app.tenant, departmentId: actor.department.id })
    .lean()) as BatchListDocument | null;
  if (list === null) throw new AppError('notFound');
  return list;
}

/** The list as the sealed document of its department (drawn once) or as CSV. Throws AppError `notFound`. */
export async function batchListFile(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  format: 'pdf' | 'csv';
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, actor, id, format } = input;
  const list = await readBatchList(app, actor, id);
  const bytes = format === 'pdf' ? await sealedList(app, list) : csvOf(app, list);
  return { bytes, name: `${list.number}.${format}` };
}

function rowsOf(app: AppContext, list: BatchListDocument) {
  return app.cipher.open<BatchRow[]>(list.sealedRows, list._id).map((row) => {
    const result = list.results.find(({ taskId }) => taskId === row.taskId);
    const said =
      result === undefined
        ? '未办理'
        : result.ok
          ? list.outcomeName['zh-CN']
          : `未办理：${result.problem?.detail ?? ''}`;
    return { caseNo: row.caseNo, values: row.values, result: said };
  });
}

function csvOf(app: AppContext, list: BatchListDocument): Uint8Array {
  const headings = ['序号', '编号', ...list.columns.map(({ title }) => title['zh-CN']), '结果'];
  const rows = rowsOf(app, list).map((row, at) => [String(at + 1), row.caseNo, ...row.values, row.result]);
  return Buffer.from(
    stringify([headings, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
    'utf8',
  );
}

async function sealedList(app: AppContext, list: BatchListDocument): Promise<Uint8Array> {
  const { tenant } = app;
  if (list.fileId !== undefined) return app.files.get({ tenant, id: list.fileId });
  if (list.state !== 'closed') throw new AppError('stateConflict', { params: { state: list.state } });
  const department = app.organisation.department(list.departmentId);
  const pdf = await app.drawing.document({
    template: templateOf(list),
    data: {
      number: list.number,
      body: { name: department.name, uscc: department.uscc },
      issuedDay: shanghaiDay(list.at),
      qr: { text: `${app.config.PUBLIC_BASE_URL}/verify`, caption: '扫码核验本清单' },
      values: {
        ...valuesOf(app, list),
        rows: rowsOf(app, list).map(({ caseNo, values, result }) => ({
          caseNo,
          result,
          ...Object.fromEntries(values.map((value, at) => [`c${at}`, value === '' ? '—' : value])),
        })),
      },
    },
    issuedAt: list.at,
    signingTime: app.time.now(),
  });
  const stored = await app.files.put({ tenant, bytes: pdf, mediaType: 'application/pdf' });
  await app.models.batchLists.updateOne(
    { _id: list._id, fileId: trusted({ $exists: false }) },
    { $set: { fileId: stored.id } },
  );
  return pdf;
}

function valuesOf(app: AppContext, list: BatchListDocument): Record<string, string> {
  const form = app.cipher.open<Record<string, unknown>>(list.sealedForm, list._id);
  const { reason } = form;
  return {
    itemName: list.itemName['zh-CN'],
    stepName: list.stepName['zh-CN'],
    outcomeName: list.outcomeName['zh-CN'],
    reason: typeof reason === 'string' ? reason : '—',
    by: list.by.name,
    at: shanghaiTime(list.at),
    decided: String(list.results.filter(({ ok }) => ok).length),
    failed: String(list.results.filter(({ ok }) => !ok).length),
    hash: list.hash ?? '',
  };
}

function templateOf(list: BatchListDocument): DocumentTemplate {
  return {
    schemaVersion: 1,
    kind: 'batchList',
    title: '成批办理清单',
    blocks: [
      {
        type: 'paragraph',
        text: '“{{itemName}}”{{stepName}}环节成批办理，结论为“{{outcomeName}}”，共办理 {{decided}} 件，未办理 {{failed}} 件。意见：{{reason}}',
      },
      {
        type: 'table',
        from: 'rows',
        columns: [
          { title: '序号', value: '{{index}}', width: 0.8, align: 'centre' },
          { title: '编号', value: '{{caseNo}}', width: 2.6, align: 'left' },
          ...list.columns.map(({ title }, at) => ({
            title: title['zh-CN'],
            value: `{{c${at}}}`,
            width: 2,
            align: 'left' as const,
          })),
          { title: '结果', value: '{{result}}', width: 2, align: 'left' },
        ],
      },
      {
        type: 'fields',
        rows: [
          { label: '办理人员', value: '{{by}}' },
          { label: '办理时间', value: '{{at}}' },
          { label: '清单校验值', value: '{{hash}}' },
        ],
      },
    ],
  };
}

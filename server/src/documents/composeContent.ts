import { describeLimit, parseLimit, shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { DocumentKind } from './model.ts';
import type { DocumentFacts } from './oweDocument.ts';
import templates from '../../data/documentTemplates.json' with { type: 'json' };

/** What stands in a statutory document, frozen when it was issued. */
export interface DocumentContent {
  title: string;
  number: string;
  addressee: string;
  paragraphs: string[];
  table?: { head: string[]; rows: string[][] };
  issuer: { departmentId: string; name: string; uscc: string };
  /** Shanghai day. */
  day: string;
  qr: { url: string; caption: string };
  appeal?: string;
}

/** Puts the words of a document together from the case, the pack's texts and the facts of the act. */
export async function composeContent(options: {
  app: AppContext;
  change: CaseChange;
  kind: DocumentKind;
  number: string;
  facts: DocumentFacts;
}): Promise<DocumentContent> {
  const { app, change, kind } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const department = app.organisation.department(subject.departmentId);
  const template = templates[kind];
  const values = { ...(await caseValues(app, change, loaded)), ...options.facts, number: options.number };
  const table = tableOf(kind, change, loaded);
  return {
    title: template.title,
    number: options.number,
    addressee: values.applicant,
    paragraphs: template.paragraphs.map((text) => fillTemplate(text, values)),
    ...(table === undefined ? {} : { table }),
    ...('appeal' in template ? { appeal: fillTemplate(template.appeal as string, values) } : {}),
    issuer: { departmentId: department.departmentId, name: department.name, uscc: department.uscc },
    day: shanghaiDay(change.now),
    qr: { url: `${app.config.PUBLIC_BASE_URL}/progress/${subject.progressToken}`, caption: '扫码查询办理进度' },
  };
}

async function caseValues(app: AppContext, change: CaseChange, loaded: LoadedPack) {
  const { subject, session, now } = change;
  const clocks = (await app.models.clocks
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as ClockDocument[];
  const limit = (kind: string) => {
    const clock = clocks.findLast((entry) => entry.kind === kind);
    return clock === undefined
      ? { text: '法定期限内', due: '' }
      : { text: describeLimit(parseLimit(clock.limit))['zh-CN'], due: clock.dueDay };
  };
  const department = app.organisation.department(subject.departmentId);
  return {
    applicant: personOf(app, subject).applicant?.name ?? '',
    item: subject.itemName['zh-CN'],
    operation: loaded.operation(subject.operation).name['zh-CN'],
    caseNo: subject.caseNo ?? '',
    department: department.name,
    window: app.organisation.department(subject.createdBy.departmentId).name,
    receivedAt: subject.receivedAt === undefined ? '' : shanghaiTime(subject.receivedAt),
    acceptedDay: subject.acceptedAt === undefined ? '' : shanghaiDay(subject.acceptedAt),
    today: shanghaiDay(now),
    statutoryLimit: limit('statutory').text,
    statutoryDue: limit('statutory').due,
    promisedLimit: limit('promised').text,
    promisedDue: limit('promised').due || '法定期限内',
    deliveryLimit: limit('delivery').text,
    legalBasis: loaded.pack.legalBasis.map((basis) => `《${basis.title}》${basis.article ?? ''}`).join('、') || '相关法律法规',
    reason: subject.decision?.reason ?? '',
    deemed: subject.deemedAccepted === true ? '本机关未在法定期限内作出受理决定，依法自收件之日起视为受理。' : '',
  };
}

function tableOf(kind: DocumentKind, change: CaseChange, loaded: LoadedPack): DocumentContent['table'] | undefined {
  const { subject } = change;
  if (kind === 'receipt' || kind === 'acceptanceNotice') {
    return {
      head: ['序号', '材料名称', '收取情况'],
      rows: subject.materials.map((entry, at) => [
        String(at + 1),
        loaded.material(entry.key)?.name['zh-CN'] ?? entry.key,
        entry.licenseId !== undefined
          ? '电子证照免提交'
          : entry.files.length > 0
            ? `已收 ${entry.files.length} 份`
            : entry.waivedUntil !== undefined
              ? `容缺，${entry.waivedUntil} 前补交`
              : '未提交',
      ]),
    };
  }
  if (kind === 'supplementNotice' && subject.supplement !== undefined) {
    return {
      head: ['序号', '材料或内容', '需要补正的问题'],
      rows: subject.supplement.items.map((item, at) => [
        String(at + 1),
        item.materialKey === undefined ? (item.field ?? '申请表') : (loaded.material(item.materialKey)?.name['zh-CN'] ?? item.materialKey),
        item.problem,
      ]),
    };
  }
  return undefined;
}

import { describeLimit, parseLimit, shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import { trusted } from 'mongoose';
import appeal from '../../data/daxing/appeal.json' with { type: 'json' };
import documentTitles from '../../data/documentTitles.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { systemName } from '../audit/viewEvents.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { waivedByCommitment } from '../commitment/waivedByCommitment.ts';
import { isNeeded } from '../intake/isAskedFor.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { chineseTime } from './chineseTime.ts';

/** Every value that a document or notice of the case may name. */
export async function caseValues(
  app: AppContext,
  change: CaseChange,
  loaded: LoadedPack,
): Promise<Record<string, unknown>> {
  const { subject, now } = change;
  const { applicant, agent } = personOf(app, subject);
  const day = (instant: Date | undefined) => (instant === undefined ? '' : chineseDate(shanghaiDay(instant)));
  return {
    ...appeal,
    applicantName: applicant?.name ?? '',
    agentName: agent?.name ?? '',
    itemName: subject.itemName['zh-CN'],
    operationName: loaded.operation(subject.operation).name['zh-CN'],
    caseNo: subject.caseNo ?? '',
    departmentName: app.organisation.department(subject.departmentId).name,
    windowName: app.organisation.department(subject.createdBy.departmentId).name,
    clerkName: subject.createdBy.name || systemName('applicant')['zh-CN'],
    receivedAt: subject.receivedAt === undefined ? '' : chineseTime(subject.receivedAt),
    receivedDay: day(subject.receivedAt),
    acceptedDay: day(subject.acceptedAt),
    decidedDay: day(subject.decision?.at),
    startDay: day(now),
    reason: subject.decision?.reason ?? '',
    legalBasis:
      loaded.pack.legalBasis.map((basis) => `${basis.title}${basis.article ?? ''}`).join('、') ||
      '有关法律法规',
    deemedReason:
      subject.deemedAccepted === true
        ? '本机关未在法定期限内告知是否受理，依法自收到申请材料之日起即为受理。'
        : '',
    licenseName: loaded.pack.license?.name['zh-CN'] ?? '',
    progressUrl: `${app.config.PUBLIC_BASE_URL}/progress/${subject.progressToken}`,
    ...(await clockValues(change)),
    ...(await materialValues(app, change, loaded)),
    items: (subject.supplement?.items ?? []).map((item) => ({
      name:
        item.materialKey === undefined ? (item.field ?? '申请表') : materialName(loaded, item.materialKey),
      problem: item.problem,
    })),
    ...(await deliveryValues(app, change)),
  };
}

async function clockValues(change: CaseChange): Promise<Record<string, string>> {
  const clocks = await change.clocks.all();
  const last = (kind: string) => clocks.findLast((clock) => clock.kind === kind);
  const limit = (kind: string) => {
    const clock = last(kind);
    return clock === undefined ? '' : describeLimit(parseLimit(clock.limit))['zh-CN'];
  };
  const due = (kind: string) => chineseDate(last(kind)?.dueDay ?? '');
  return {
    acceptanceDueDay: due('acceptance') || '法定期限',
    statutoryLimit: limit('statutory'),
    promisedLimit: limit('promised') || '法定期限内',
    promisedDueDay: due('promised') || due('statutory') || '法定期限',
    dueDay: due('promised') || due('statutory'),
  };
}

async function materialValues(app: AppContext, change: CaseChange, loaded: LoadedPack) {
  const { subject } = change;
  const committed = waivedByCommitment(loaded, subject);
  const materials = await materialsOfSituation(app, change, loaded);
  return {
    waivedMaterials: committed.map((key) => ({ name: materialName(loaded, key) })),
    materials: materials.map((entry) => ({
      name: materialName(loaded, entry.key),
      source: entry.licenseId === undefined ? '窗口提交' : '电子证照（免提交）',
      status:
        entry.licenseId !== undefined || entry.files.length > 0
          ? '已收取'
          : committed.includes(entry.key)
            ? '以承诺代替'
            : entry.waivedUntil === undefined
              ? '未提交'
              : '容缺',
    })),
    waived: materials
      .filter((entry) => entry.waivedUntil !== undefined && entry.files.length === 0)
      .map((entry) => ({
        name: materialName(loaded, entry.key),
        dueDay: chineseDate(entry.waivedUntil ?? ''),
      })),
  };
}

/** What falls away in the situation of this application, and was not handed in either, is not listed. */
async function materialsOfSituation(
  app: AppContext,
  { subject, session }: CaseChange,
  loaded: LoadedPack,
): Promise<CaseDocument['materials']> {
  const conditional = subject.materials.some(({ key }) => loaded.material(key)?.when !== undefined);
  if (!conditional) return subject.materials;
  const { variables } = await readEngineVariables({ app, subject, session });
  return subject.materials.filter(({ key, files, licenseId }) => {
    const rule = loaded.material(key);
    return files.length > 0 || licenseId !== undefined || rule === undefined || isNeeded(rule, variables);
  });
}

function materialName(loaded: LoadedPack, key: string): string {
  return loaded.material(key)?.name['zh-CN'] ?? key;
}

async function deliveryValues(app: AppContext, change: CaseChange) {
  const { subject, session } = change;
  if (subject.decision === undefined) return deliveryWords(app, change, [], []);
  const issued = await app.models.caseDocuments
    .find(
      {
        tenant: app.tenant,
        caseId: subject._id,
        kind: trusted({ $in: ['grantDecision', 'refusalDecision', 'annulmentDecision', 'amendedDecision'] }),
      },
      null,
      { session },
    )
    .lean();
  const licenses = await app.models.licenses
    .find({ tenant: app.tenant, caseId: subject._id, state: 'issued' }, null, { session })
    .lean();
  return deliveryWords(
    app,
    change,
    issued.map((entry) => ({ title: documentTitles[entry.kind]['zh-CN'], number: entry.number })),
    licenses.map((license) => ({ title: license.name['zh-CN'], number: license.licenseNo })),
  );
}

function deliveryWords(
  app: AppContext,
  { subject, now }: CaseChange,
  issued: { title: string; number: string }[],
  licenses: { title: string; number: string }[],
) {
  return {
    documents: [...issued, ...licenses],
    licenseNo: licenses.at(-1)?.number ?? '',
    deliveredAt: chineseTime(now),
    deliveredBy: app.organisation.department(subject.createdBy.departmentId).name,
    deliveryMethod: '窗口送达',
  };
}

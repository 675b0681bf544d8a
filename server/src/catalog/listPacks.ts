import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackDraftDocument } from './model.ts';
import { manifestOf } from './viewPack.ts';
import { viewEntry } from './viewVersion.ts';

/**
 * The packs with their live version, the number of cases running on any version and who has unpublished work on them;
 * then the person's own packs that are not published yet.
 */
export async function listPacks(app: AppContext, actor: Actor) {
  const items = await app.models.items.find({ tenant: app.tenant }).sort({ packCode: 1 }).lean();
  const drafts = await app.models.packDrafts
    .find(
      { tenant: app.tenant },
      {
        packCode: 1,
        userId: 1,
        userName: 1,
        savedAt: 1,
        baseVersion: 1,
        'findings.severity': 1,
      },
    )
    .lean();
  const running = await countRunning(app);
  const published = await Promise.all(
    items.map(async (item) => {
      const live = await app.packs.latest(item.packCode);
      return {
        packCode: item.packCode,
        name: item.name,
        kind: item.kind,
        department: departmentRef(app, item.departmentId),
        published: live === undefined ? null : viewEntry(live, live.version),
        runningCases: running.get(item.packCode) ?? 0,
        drafts: drafts.filter(({ packCode }) => packCode === item.packCode).map(viewAuthor),
      };
    }),
  );
  const codes = new Set(items.map(({ packCode }) => packCode));
  const own = drafts.filter(({ packCode, userId }) => !codes.has(packCode) && userId === actor.id);
  return { items: [...published, ...(await Promise.all(own.map((draft) => viewUnpublished(app, draft))))] };
}

type DraftLine = Pick<PackDraftDocument, '_id' | 'packCode' | 'userName' | 'savedAt'> & {
  findings?: readonly { severity?: string }[];
};

function viewAuthor({ userName, savedAt, findings = [] }: DraftLine) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    by: userName,
    savedAt: savedAt.toISOString(),
    errorCount: errors,
    warningCount: findings.length - errors,
  };
}

async function viewUnpublished(app: AppContext, line: DraftLine) {
  const draft = await app.models.packDrafts.findOne({ _id: line._id }, { files: 1 }).lean();
  const manifest = manifestOf(draft?.files ?? []);
  return {
    packCode: line.packCode,
    name: manifest?.name ?? { 'zh-CN': line.packCode, en: line.packCode },
    kind: manifest?.kind ?? '',
    department: manifest === null ? { id: '', name: '' } : departmentRef(app, manifest.department),
    published: null,
    runningCases: 0,
    drafts: [viewAuthor(line)],
  };
}

/** Cases under way by pack: counted version by version, as the index has them. */
async function countRunning(app: AppContext): Promise<ReadonlyMap<string, number>> {
  const { tenant } = app;
  const state = trusted({ $in: ['accepted', 'decided'] as const });
  const versions = await app.models.packVersions.find({ tenant }, { packCode: 1, version: 1 }).lean();
  const running = new Map<string, number>();
  await Promise.all(
    versions.map(async ({ packCode, version }) => {
      const count = await app.models.cases.countDocuments({ tenant, packCode, packVersion: version, state });
      running.set(packCode, (running.get(packCode) ?? 0) + count);
    }),
  );
  return running;
}

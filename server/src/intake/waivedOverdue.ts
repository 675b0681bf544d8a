import { chineseDate } from '@onewindow/signing';
import waiverTexts from '../../data/waiverTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { waivedKey } from './supplyWaived.ts';

/**
 * A material that was accepted as missing 容缺 did not come by the promised day: a finding opens, and the window is urged
 * to ask the applicant for it. The case goes on; it cannot be granted before the material is there.
 */
export async function waivedOverdue(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
): Promise<void> {
  const { subject, now, session } = change;
  const material = clock.materialKey ?? '';
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  await openFinding(app, change, {
    effectKey: waivedKey(clock._id),
    kind: 'waivedMaterialOverdue',
    departmentId: clock.departmentId,
    dueAt: clock.dueAt,
    details: { material, dueDay: clock.dueDay },
  });
  await app.models.urges.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        kind: 'reminder',
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        departmentId: clock.departmentId,
        message: waiverTexts.urge
          .replace('{material}', loaded.material(material)?.name['zh-CN'] ?? material)
          .replace('{day}', chineseDate(clock.dueDay)),
        by: { id: 'clockSweep', name: waiverTexts.urgedBy, departmentId: clock.departmentId },
        at: now,
        state: 'open',
        stage: 'issued',
        round: 1,
      },
    ],
    { session },
  );
  change.event('waivedMaterialOverdue', { material, dueDay: clock.dueDay });
}

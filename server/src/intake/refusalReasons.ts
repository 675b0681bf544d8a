import type { PackManifest } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';

/** Reasons of Administrative License Law art. 32 (1) (2), for items that name none of their own. */
export const refusalReasons: PackManifest['refusalReasons'] = [
  { key: 'noPermitNeeded', text: { 'zh-CN': '依法不需要取得行政许可', en: 'No permit is needed by law' } },
  {
    key: 'notOurCompetence',
    text: { 'zh-CN': '依法不属于本行政机关职权范围', en: 'Not within the competence of this body' },
    refersElsewhere: true,
  },
  {
    key: 'notCorrected',
    text: {
      'zh-CN': '逾期未补正或补正后仍不符合法定形式',
      en: 'Not corrected in time, or still not in the legal form',
    },
  },
  {
    key: 'notEligible',
    text: { 'zh-CN': '申请人不具备申请资格', en: 'The applicant is not entitled to apply' },
  },
];

/** The reasons from which the clerk chooses: the item's own, else those of the law. */
export async function reasonsOf(app: AppContext, subject: { packCode: string; packVersion: number }) {
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  return pack.refusalReasons.length > 0 ? pack.refusalReasons : refusalReasons;
}

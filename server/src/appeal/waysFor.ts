import { parseLimit } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import bodies from '../../data/daxing/appeal.json' with { type: 'json' };

type Ways = NonNullable<PackManifest['appeal']>;

/**
 * The ways in which decisions of an item can be appealed. An appeal to the department itself is the pack's to allow;
 * reconsideration within 60 days and the court within 6 months are open by law where the pack says nothing else
 * (Administrative Reconsideration Law art. 20, Administrative Litigation Law art. 46).
 */
export function waysFor({
  appeal,
}: Pick<PackManifest, 'appeal'>): Ways & Required<Pick<Ways, 'reconsideration' | 'litigation'>> {
  const { reconsiderationBody, court } = bodies;
  return {
    ...appeal,
    reconsideration: appeal?.reconsideration ?? {
      body: { 'zh-CN': reconsiderationBody, en: reconsiderationBody },
      within: { ...parseLimit('60 day'), cite: '《中华人民共和国行政复议法》第二十条' },
    },
    litigation: appeal?.litigation ?? {
      court: { 'zh-CN': court, en: court },
      within: { ...parseLimit('6 month'), cite: '《中华人民共和国行政诉讼法》第四十六条' },
    },
  };
}

import type { Limit } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';

/**
 * The last paragraph of a decision: how, where and until when it can be appealed, as the pack says. Reconsideration within 60
 * days and court within 6 months of knowing the decision where nothing else is laid down (Administrative Reconsideration
 * Law art. 20, Administrative Litigation Law art. 46). Undefined for packs that say nothing.
 */
export function waysOfAppeal(
  appeal: PackManifest['appeal'],
  decision: { kind: string; departmentName: string },
): string | undefined {
  if (appeal === undefined) return undefined;
  const granted = decision.kind === 'grantDecision';
  const since = granted ? '自知道本决定之日起' : '自收到本决定书之日起';
  const { internal, reconsideration, litigation } = appeal;
  const ways = [
    internal === undefined
      ? undefined
      : `${since}${lengthOf(internal.within)}内向${decision.departmentName}提出申诉`,
    reconsideration === undefined
      ? undefined
      : `${since}${lengthOf(reconsideration.within)}内向${reconsideration.body['zh-CN']}申请行政复议`,
    litigation === undefined
      ? undefined
      : `${since}${lengthOf(litigation.within)}内依法向${litigation.court['zh-CN']}提起行政诉讼`,
  ].filter((way) => way !== undefined);
  if (ways.length === 0) return undefined;
  return `${granted ? '申请人或者利害关系人' : ''}如不服本决定，可以${ways.join('，也可以')}。`;
}

const units: Readonly<Record<string, string>> = { workday: '个工作日', day: '日', month: '个月', year: '年' };
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A length as statutory documents write it: 六十日, 六个月, 十五日. */
function lengthOf(limit: Limit): string {
  if (!('value' in limit)) return '法定期限';
  const { value, unit } = limit;
  return `${value < 100 ? chineseNumber(value) : String(value)}${units[unit] ?? unit}`;
}

function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const first = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${first}${ones === 0 && tens > 0 ? '' : digits[ones]}`;
}

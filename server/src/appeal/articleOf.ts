import type { AppealKind, AppealOutcome } from './model.ts';

/** Article by which a decision is changed 变更, or revoked 撤销 in whole or in part, by each way of appeal. */
const articles = {
  internal: { changed: '申诉复核决定', revoked: '申诉复核决定' },
  reconsideration: {
    changed: '《中华人民共和国行政复议法》第六十三条',
    revoked: '《中华人民共和国行政复议法》第六十四条',
  },
  litigation: {
    changed: '《中华人民共和国行政诉讼法》第七十七条',
    revoked: '《中华人民共和国行政诉讼法》第七十条',
  },
} as const satisfies Record<AppealKind, Record<string, string>>;

export function articleOf(
  way: AppealKind,
  outcome: Extract<AppealOutcome, 'changed' | 'revokedInPart' | 'revoked'>,
): string {
  return articles[way][outcome === 'changed' ? 'changed' : 'revoked'];
}

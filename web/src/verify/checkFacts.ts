import type { TFunction } from 'i18next';
import type { LastCheck } from '../api/licenseTypes.ts';
import type { Text } from '../api/types.ts';

interface Words {
  t: TFunction;
  say: (text: Text) => string;
  day: (day: string) => string;
}

/** The checks of a license as facts for anybody who verifies it: the last one of each kind, and when the next is due. */
export function checkFacts(
  checks: readonly LastCheck[] | undefined,
  { t, say, day }: Words,
): [name: string, value: string | null][] {
  const last = (checks ?? []).map((check) =>
    check.last === null
      ? t('checks.notYet', { name: say(check.name) })
      : t('checks.lastIs', {
          name: say(check.name),
          day: day(check.last.day),
          result: t(`checks.result.${check.last.result}`),
        }),
  );
  const next = (checks ?? []).flatMap((check) =>
    check.nextDueDay === null
      ? []
      : t(check.missed ? 'checks.overdueIs' : 'checks.nextIs', {
          name: say(check.name),
          day: day(check.nextDueDay),
        }),
  );
  const line = (parts: string[]) => (parts.length === 0 ? null : parts.join(' · '));
  return [
    [t('checks.last'), line(last)],
    [t('checks.next'), line(next)],
  ];
}

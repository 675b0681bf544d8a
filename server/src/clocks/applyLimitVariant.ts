import { formatLimit, hasDue, type Limit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import { knownVariables } from '../catalog/knownVariables.ts';
import { limitsFor, variantFor } from '../catalog/limitsFor.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { changeClocks } from './changeClocks.ts';
import type { ClockKind } from './model.ts';
import { startApprovalClock } from './startCaseClocks.ts';

/**
 * Gives the approval clocks the limits of the situation that a step has brought to light (a site check turns 30 days into
 * 45). They keep their start, pauses and extensions; what has changed and why stands in the audit.
 */
export async function applyLimitVariant(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
  /** What the step that is being completed says. */
  variables: Variables;
}): Promise<void> {
  const { change, loaded } = options;
  const { subject } = change;
  if (loaded.pack.limits.variants === undefined || subject.state !== 'accepted') return;
  const known = { ...(await knownVariables(options)), ...options.variables };
  const variant = variantFor(loaded.pack.limits, known);
  if (variant?.key === subject.limitVariant) return;
  const limits = limitsFor(loaded.pack.limits, loaded.operation(subject.operation).limits, variant);
  await replaceLimit(options, 'statutory', limits.statutory);
  await replaceLimit(options, 'promised', limits.promised);
  change.event('limitsChanged', {
    from: subject.limitVariant ?? '',
    to: variant?.key ?? '',
    name: variant?.name['zh-CN'] ?? '',
    statutory: formatLimit(limits.statutory),
    promised: formatLimit(limits.promised),
  });
  if (variant === undefined) delete subject.limitVariant;
  else subject.limitVariant = variant.key;
}

async function replaceLimit(
  { app, change }: { app: AppContext; change: CaseChange },
  kind: Extract<ClockKind, 'statutory' | 'promised'>,
  limit: Limit,
): Promise<void> {
  const changed = await changeClocks({
    app,
    change,
    kinds: [kind],
    edit: (clock) => {
      if (!hasDue(limit)) {
        clock.state = 'ended';
        clock.stoppedAt = change.now;
        return;
      }
      clock.limit = formatLimit(limit);
      if (limit.cite === undefined) delete clock.cite;
      else clock.cite = limit.cite;
    },
  });
  if (changed.length === 0) await startApprovalClock({ app, change, kind, limit });
}

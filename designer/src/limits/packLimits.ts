import {
  defaultEscalationChain,
  type EscalationChain,
  type Limit,
  type RuleSet,
  ruleSets,
  type Thresholds,
} from '@onewindow/clocks';
import type { Manifest, Text } from '../model/manifest.ts';
import { readWritten } from './writtenLimit.ts';

/** What pack.yaml says about limits, as written and perhaps half written. */
export interface WrittenLimits {
  readonly acceptance?: unknown;
  readonly statutory?: unknown;
  readonly promised?: unknown;
  readonly delivery?: unknown;
  readonly publication?: unknown;
  readonly extension?: { readonly maximum?: unknown; readonly approverRole?: string; readonly cite?: string };
  readonly yellow?: Partial<Thresholds>;
  readonly escalation?: EscalationChain;
  readonly variants?: readonly (WrittenLimits & {
    readonly key?: string;
    readonly name?: Text;
    readonly when?: string;
  })[];
}

export interface Procedure {
  readonly key: string;
  readonly name?: Text;
  readonly ground?: string;
  readonly cite?: string;
  readonly approver?: string;
  readonly maximum?: unknown;
}

export interface LimitsManifest {
  readonly limits?: WrittenLimits;
  readonly ruleSet?: string;
  readonly startsAt?: string;
  readonly specialProcedures?: readonly Procedure[];
  readonly operations?: readonly {
    readonly key: string;
    readonly name?: Text;
    readonly limits?: WrittenLimits;
  }[];
}

export const limitsOf = (manifest: Manifest): LimitsManifest => manifest as LimitsManifest;

/** The rule set of the pack; undefined for an unknown one. */
export function rulesOf(manifest: LimitsManifest): RuleSet | undefined {
  return ruleSets.get(manifest.ruleSet ?? '');
}

/** What holds in one case of the item: the part's own, else the item's. `which` is `item`, `operation:<key>` or `situation:<key>`. */
export function limitsFor(
  manifest: LimitsManifest,
  which: string,
): { statutory: Limit | null; promised: Limit | null; extension: Limit | null } {
  const limits = manifest.limits ?? {};
  const key = which.slice(which.indexOf(':') + 1);
  const part = which.startsWith('operation:')
    ? manifest.operations?.find((operation) => operation.key === key)?.limits
    : which.startsWith('situation:')
      ? limits.variants?.find((variant) => variant.key === key)
      : undefined;
  const extension =
    part?.extension?.maximum ?? limits.extension?.maximum ?? rulesOf(manifest)?.extension?.maximum;
  return {
    statutory: readWritten(part?.statutory ?? limits.statutory),
    promised: readWritten(part?.promised ?? limits.promised),
    extension: readWritten(extension),
  };
}

export function thresholdsOf({ limits }: LimitsManifest): Thresholds {
  return { workdays: limits?.yellow?.workdays ?? 1, percent: limits?.yellow?.percent ?? 80 };
}

export function chainOf({ limits }: LimitsManifest): EscalationChain {
  return Array.isArray(limits?.escalation) ? limits.escalation : defaultEscalationChain;
}

import type { PackManifest } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';

export type HearingRule = NonNullable<PackManifest['hearing']>;

/** A hearing that is run here: the pack names the steps of its course. */
export type RunHearing = HearingRule & { course: NonNullable<HearingRule['course']> };

/** The hearing of a pack, where its course is named. */
export function hearingOf(loaded: LoadedPack): RunHearing | undefined {
  const { hearing } = loaded.pack;
  return hearing?.course === undefined ? undefined : { ...hearing, course: hearing.course };
}

import { hastyDecision, refusedWithoutReason, samePerson } from './decisionRules.ts';
import { heldMaterialAsked, repeatedSupplements, supplementLate } from './materialRules.ts';
import { stepsOutOfOrder, stepsRepeated } from './stepRules.ts';
import type { Detector } from './trail.ts';

/** Rules that look at what happened, by their id in the rule file. What time alone brings is found by clocks. */
export const detectors: Readonly<Record<string, Detector>> = {
  heldMaterialAsked,
  hastyDecision,
  refusedWithoutReason,
  repeatedSupplements,
  samePerson,
  stepsOutOfOrder,
  stepsRepeated,
  supplementLate,
};

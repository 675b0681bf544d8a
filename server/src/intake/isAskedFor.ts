import type { Material } from '@onewindow/processes';
import { conditionHolds, type Variables } from '../catalog/conditionHolds.ts';

/** Whether a material must be handed in, with what the application says (`when` over the pack's `intakeVariables`). */
export function isAskedFor(material: Pick<Material, 'required' | 'when'>, variables: Variables): boolean {
  return material.required && (material.when === undefined || conditionHolds(material.when, variables));
}

import type { Material } from '@onewindow/processes';
import { conditionHolds, type Variables } from '../catalog/conditionHolds.ts';

/** Whether a material must be handed in, with what the application says (`when` over the pack's `intakeVariables`). */
export function isAskedFor(material: Pick<Material, 'required' | 'when'>, variables: Variables): boolean {
  return material.required && isNeeded(material, variables);
}

/** Whether a material has to do with the situation that the application is in, required or not. */
export function isNeeded(material: Pick<Material, 'when'>, variables: Variables): boolean {
  return material.when === undefined || conditionHolds(material.when, variables);
}

import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { PanelRule } from './panelState.ts';

/** A panel that is run here: its members are appointed in a step of the process. */
export interface RunPanel {
  /** Step of the opinions. */
  step: string;
  rule: PanelRule;
  members: NonNullable<PanelRule['members']>;
}

/** The panels of a pack that name where their experts are appointed. */
export function panelsOf(loaded: LoadedPack): RunPanel[] {
  return Object.entries(loaded.pack.steps).flatMap(([step, { panel }]) =>
    panel?.members === undefined ? [] : [{ step, rule: panel, members: panel.members }],
  );
}

import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { panelsOf } from './panelOf.ts';

/**
 * Whose task a new one is, where a panel says so: each opinion belongs to one expert, the conclusion to the chair. The
 * panel remembers which task an expert was given.
 */
export function reserveTask(options: {
  subject: CaseDocument;
  loaded: LoadedPack;
  step: string;
  taskId: string;
}): { id: string; name: string } | undefined {
  const { subject, loaded, step, taskId } = options;
  for (const panel of panelsOf(loaded)) {
    const state = subject.panels?.find((entry) => entry.step === panel.step);
    if (state === undefined) continue;
    const mine = (member: (typeof state.members)[number]) =>
      step === panel.step
        ? member.state === 'appointed' && member.taskId === undefined
        : step === panel.members.chairStep && member.chair;
    const member = state.members.find(mine);
    if (member === undefined) continue;
    if (step === panel.step) {
      const members = state.members.map((entry) => (entry.id === member.id ? { ...entry, taskId } : entry));
      subject.panels = (subject.panels ?? []).map((entry) =>
        entry === state ? { ...state, members } : entry,
      );
    }
    return { id: member.id, name: member.name };
  }
  return undefined;
}

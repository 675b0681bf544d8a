/** Menu entries of what publishing refuses, and of what a service pack has no use for, by the end of their ids. */
const refused = [
  'script-task',
  'call-activity',
  'complex-gateway',
  'expanded-pool',
  'empty-pool',
  'participant',
  'data-store-reference',
  'data-object-reference',
];

export type Entries = Record<string, object>;

/** The entries of a menu without those that packs may not contain. */
export function withoutRefused(entries: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entries).filter(([id]) => {
      const name = id.replace(/^(append|create|replace-with)-/, '');
      return !refused.includes(name) && !/pool|participant|data-(store|object)|ad-?hoc/i.test(name);
    }),
  );
}

/** Tools of bpmn-js that a pack has no use for. */
export const unusedTools = [
  'create.data-object',
  'create.data-store',
  'create.participant-expanded',
  'create.group',
];

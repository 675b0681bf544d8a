import type { PackManifest } from '@onewindow/processes';

export type PanelRule = NonNullable<PackManifest['steps'][string]['panel']>;

/** An expert of a panel: appointed, then either an opinion is given or the expert withdraws for an interest in the matter. */
export interface PanelMember {
  id: string;
  name: string;
  chair: boolean;
  state: 'appointed' | 'given' | 'recused';
  /** Whether the opinion is favourable; known once it is given. */
  agrees?: boolean;
  at?: Date;
  /** Engine task of the opinion: the expert's own. */
  taskId?: string;
}

/** 专家组 of one step of a case. */
export interface PanelState {
  step: string;
  members: PanelMember[];
  conclusion?: { agreed: boolean; at: Date; by: { id: string; name: string } };
}

export type PanelResult = 'open' | 'noQuorum' | 'quorate';

/** `open` while an expert is still to answer; then whether enough have given an opinion, and one of them is the chair. */
export function panelResult(
  rule: Pick<PanelRule, 'minimum'>,
  { members }: Pick<PanelState, 'members'>,
): PanelResult {
  if (members.some(({ state }) => state === 'appointed')) return 'open';
  const given = members.filter(({ state }) => state === 'given');
  return given.length >= rule.minimum && given.some(({ chair }) => chair) ? 'quorate' : 'noQuorum';
}

/** Whether the opinions given allow a favourable conclusion under the pack's rule; under `chair` they always do. */
export function mayConcludeFavourably(
  { conclusion }: Pick<PanelRule, 'conclusion'>,
  { members }: Pick<PanelState, 'members'>,
): boolean {
  const given = members.filter(({ state }) => state === 'given');
  const agreeing = given.filter(({ agrees }) => agrees === true).length;
  switch (conclusion.rule) {
    case 'chair':
      return true;
    case 'majority':
      return agreeing * 2 > given.length;
    case 'twoThirds':
      return agreeing * 3 >= given.length * 2;
    case 'unanimous':
      return agreeing === given.length;
    case 'count':
      return agreeing >= (conclusion.agreeing ?? given.length);
  }
}

/** `sequential`: one after the other, all agree; `parallel`: side by side, all agree; `anyOf`: as many as the quorum says. */
export const cosignModes = ['sequential', 'parallel', 'anyOf'] as const;
export type CosignMode = (typeof cosignModes)[number];
export type CosignState = 'open' | 'agreed' | 'failed';

export interface Signer {
  id: string;
  name: string;
  position: 'waiting' | 'agree' | 'dissent';
  at?: Date;
  /** Sealed under the co-signing's id and the signer's. */
  sealedRemark?: string;
}

interface Round {
  mode: CosignMode;
  quorum: number;
  signers: readonly Pick<Signer, 'id' | 'position'>[];
}

/** Agreed when the quorum has agreed; failed as soon as it can no longer be reached. */
export function cosignState({ quorum, signers }: Round): CosignState {
  const agreed = signers.filter(({ position }) => position === 'agree').length;
  const waiting = signers.filter(({ position }) => position === 'waiting').length;
  if (agreed >= quorum) return 'agreed';
  return agreed + waiting < quorum ? 'failed' : 'open';
}

/** Whose turn it is: the first who has not signed where one signs after the other, else everybody who has not. */
export function whoseTurn({ mode, signers }: Round): string[] {
  const waiting = signers.filter(({ position }) => position === 'waiting').map(({ id }) => id);
  return mode === 'sequential' ? waiting.slice(0, 1) : waiting;
}

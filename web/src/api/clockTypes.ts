// Clocks and their arithmetic.

import type { LightColour } from './types.ts';

export interface Clock {
  id: string;
  kind:
    | 'acceptance'
    | 'statutory'
    | 'promised'
    | 'step'
    | 'delivery'
    | 'publication'
    | 'publicNotice'
    | 'specialProcedure'
    | 'verification'
    | 'correction'
    | 'jointVisit'
    | 'hearingRequest'
    | 'hearingNotice'
    | 'hearingHold'
    | 'appeal'
    | 'waivedMaterial'
    | 'consultation'
    | 'materialSupply'
    | 'publicationObjection'
    | 'pauseLength'
    | 'supervision';
  limit: string;
  cite?: string | null;
  startAt: string;
  dueAt: string;
  provisional: boolean;
  state: 'running' | 'paused' | 'stopped' | 'ended';
  light: LightColour | null;
  remainingWorkdays: number | null;
  overdueWorkdays: number;
  pauses: unknown[];
  extensions: unknown[];
  stoppedAt?: string | null;
  endedBecause?: 'withdrawn' | 'notAccepted' | 'voided' | 'overturned' | null;
}
export interface ClockExplanation {
  lines: { zh: string; en: string }[];
  text: string;
}

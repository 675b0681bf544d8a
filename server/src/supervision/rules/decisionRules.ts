import { type Detector, personOfEvent, type Trail, type TrailEvent } from './trail.ts';

/** 受审分离: whoever accepted the application has also decided on it. A deputy counts as the person who acted. */
export const samePerson: Detector = (trail) =>
  trail.fresh.flatMap((decided) => {
    const accepted = lastOf(trail, 'accepted', decided);
    if (decided.type !== 'decided' || accepted === undefined) return [];
    const by = personOfEvent(decided);
    if (by === undefined || personOfEvent(accepted)?.id !== by.id) return [];
    return [{ key: numberOf(decided), rests: [accepted.seq, decided.seq], details: { person: by.name } }];
  });

/** 秒批: decided fewer than `seconds` after the task of the decision had arrived. */
export const hastyDecision: Detector = (trail, { seconds = 0 }) =>
  trail.fresh.flatMap((decided) => {
    const step = trail.decision?.stepKey;
    if (decided.type !== 'decided' || step === undefined) return [];
    const arrived = trail.events.findLast(
      ({ type, details, seq }) => type === 'stepStarted' && details['step'] === step && seq < decided.seq,
    );
    if (arrived === undefined) return [];
    const took = Math.floor((decided.at.getTime() - arrived.at.getTime()) / 1000);
    if (took >= seconds) return [];
    return [
      {
        key: numberOf(decided),
        rests: [arrived.seq, decided.seq],
        details: { step, seconds: took, limit: seconds },
      },
    ];
  });

/** Refused, or not accepted, with fewer than `characters` of reason (blanks not counted). */
export const refusedWithoutReason: Detector = (trail, { characters = 1 }) =>
  trail.fresh.flatMap((event) => {
    const length = lengthOfReason(trail, event);
    if (length === undefined || length >= characters) return [];
    const key = event.type === 'decided' ? numberOf(event) : event.type;
    return [{ key, rests: [event.seq], details: { length, limit: characters } }];
  });

function lengthOfReason(trail: Trail, event: TrailEvent): number | undefined {
  if (event.type === 'acceptanceRefused') {
    const told = event.details['reasonLength'];
    return typeof told === 'number' ? told : undefined;
  }
  if (event.type !== 'decided' || trail.decision?.kind !== 'refuse') return undefined;
  return [...trail.decision.reason.replaceAll(/\s/gu, '')].length;
}

function lastOf(trail: Trail, type: string, before: TrailEvent): TrailEvent | undefined {
  return trail.events.findLast((event) => event.type === type && event.seq < before.seq);
}

function numberOf(decided: TrailEvent): string {
  return String(decided.details['number'] ?? decided.seq);
}

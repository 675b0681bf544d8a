import { request } from './request.ts';
import type { Incident, ParkedStream } from './supervisionTypes.ts';

/** Calls of the administrator; each throws Problem. */

/** Of all packs, or of one version. */
export const listIncidents = (of?: { packCode: string; version: number }) =>
  request<{ items: Incident[] }>(
    'GET',
    of === undefined
      ? '/operations/incidents'
      : `/operations/incidents?${new URLSearchParams({ packCode: of.packCode, version: String(of.version) })}`,
  );
export const retryIncident = (id: string) => request<void>('POST', `/operations/incidents/${id}/retry`);
export const listParkedStreams = () =>
  request<{ items: ParkedStream[] }>('GET', '/operations/parked-streams');
export const releaseParkedStream = (id: string) =>
  request<{ state: 'pending' | 'done' | 'parked' }>('POST', `/operations/parked-streams/${id}/release`);

import { request } from './request.ts';
import type { Incident, ParkedStream } from './supervisionTypes.ts';

/** Calls of the administrator; each throws Problem. */

export const listIncidents = () => request<{ items: Incident[] }>('GET', '/operations/incidents');
export const retryIncident = (id: string) => request<void>('POST', `/operations/incidents/${id}/retry`);
export const listParkedStreams = () =>
  request<{ items: ParkedStream[] }>('GET', '/operations/parked-streams');
export const releaseParkedStream = (id: string) =>
  request<{ state: 'pending' | 'done' | 'parked' }>('POST', `/operations/parked-streams/${id}/release`);

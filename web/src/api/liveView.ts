import { request } from './request.ts';
import type { Text } from './types.ts';

/** How a version of a pack runs; see the route's description. Times are milliseconds. */
export interface LiveViewData {
  version: number;
  at: string;
  xml: string | null;
  stayLimit: number;
  elements: {
    id: string;
    type: string;
    name: Text;
    step: boolean;
    running: number;
    finished: number;
    canceled: number;
    incidents: number;
    times: { samples: number; average: number; p90: number } | null;
    waiting: { tasks: number; overdue: number; oldestAt: string } | null;
  }[];
}

/** Throws Problem `itemUnknown`, `engineAway`. */
export const readLiveView = (packCode: string, version: number) =>
  request<LiveViewData>('GET', `/packs/${encodeURIComponent(packCode)}/versions/${version}/live`);

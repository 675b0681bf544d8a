import type { DocumentOrder, LicenseOrder } from './drawingRoom.ts';

/** What the server sends to the drawing process: one of the two is there. */
export interface Order {
  id: number;
  document?: DocumentOrder;
  license?: LicenseOrder;
}

/** What comes back. */
export interface Answer {
  id: number;
  pdf?: Uint8Array;
  error?: { name: string; message: string; code?: string };
}

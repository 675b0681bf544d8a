import type { SealConfig } from '../documents/chooseSealOffice.ts';
import type { Preview, PreviewOrder } from './composePreview.ts';
import type { DocumentOrder, LicenseOrder } from './drawingRoom.ts';

/** What the server sends first: where the seals are. */
export interface Opening {
  seals: SealConfig;
}

/** What the server sends then: one of the three is there. */
export interface Order {
  id: number;
  document?: DocumentOrder;
  license?: LicenseOrder;
  preview?: PreviewOrder;
}

/** What comes back. */
export interface Answer {
  id: number;
  pdf?: Uint8Array;
  preview?: Preview;
  error?: { name: string; message: string; code?: string };
}

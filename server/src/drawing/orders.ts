import type { SealConfig } from '../documents/chooseSealOffice.ts';
import type { DocumentPreview, DocumentPreviewOrder } from './composeDocumentPreview.ts';
import type { Preview, PreviewOrder } from './composePreview.ts';
import type { DocumentOrder, LicenseOrder } from './drawingRoom.ts';

/** What the server sends first: where the seals are. */
export interface Opening {
  seals: SealConfig;
}

/** What the server sends then: one of the four is there. */
export interface Order {
  id: number;
  document?: DocumentOrder;
  license?: LicenseOrder;
  preview?: PreviewOrder;
  documentPreview?: DocumentPreviewOrder;
}

/** What comes back. */
export interface Answer {
  id: number;
  pdf?: Uint8Array;
  preview?: Preview;
  documentPreview?: DocumentPreview;
  error?: { name: string; message: string; code?: string };
}

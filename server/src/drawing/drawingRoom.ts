import type { DocumentData, DocumentTemplate } from '@onewindow/signing';
import type { LicenseDrawing } from '../licenses/sealLicense.ts';
import type { DocumentPreview, DocumentPreviewOrder } from './composeDocumentPreview.ts';
import type { Preview, PreviewOrder } from './composePreview.ts';

/** A statutory document to draw: frozen content and the days that stand on it. */
export interface DocumentOrder {
  template: DocumentTemplate;
  data: Omit<DocumentData, 'at'>;
  issuedAt: Date;
  signingTime: Date;
}

/** A license to draw; the seal is its issuer's. */
export type LicenseOrder = Omit<LicenseDrawing, 'signer' | 'tsa'>;

/**
 * Where PDFs are drawn and sealed. Drawing one takes tens of milliseconds of processor time, which must not keep people at
 * the counter waiting; where it happens is chosen in `createAppContext`.
 */
export interface DrawingRoom {
  /** Prepares what the first order would otherwise wait for. */
  warmUp(): void;
  /** The sealed PDF. Throws what drawing and signing throw. */
  document(order: DocumentOrder): Promise<Buffer>;
  license(order: LicenseOrder): Promise<Buffer>;
  /** A license template drawn with made-up values, without seal. */
  preview(order: PreviewOrder): Promise<Preview>;
  /** A statutory document drawn with made-up values, without seal. */
  previewDocument(order: DocumentPreviewOrder): Promise<DocumentPreview>;
  close(): Promise<void>;
}

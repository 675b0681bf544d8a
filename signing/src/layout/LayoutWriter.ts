import type { DocumentData, DocumentTemplate } from './documentTemplate.ts';
import type { LicenseTemplate } from './licenseTemplate.ts';

/** Where the seal goes: page from 0, PDF points from the lower left corner. */
export interface SealBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Composition {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Hand it to `signPdf` as `visible.box`. */
  readonly sealBox: SealBox;
  /** Characters that no shipped font has and that were drawn as 〓: a person must look at these. */
  readonly missingCharacters: readonly string[];
  /** Of a license: what had to be squeezed. */
  readonly fit?: LicenseFit;
}

/** How the fields of a license fitted its page. */
export interface LicenseFit {
  /** Size of the table's letters against the usual, 1 to 0.6: smaller where there was too much. */
  readonly scale: number;
  readonly fields: readonly FieldFit[];
  /** Parts outside of the table that reach beyond their place: `title`, `number`, `signature`, `identifier`, `footer`, `pictures`. */
  readonly wide: readonly string[];
}

export interface FieldFit {
  /** Position in the template's list of fields. */
  readonly index: number;
  /** Lines that its value took. */
  readonly lines: number;
  /** Size of the label's letters against the usual; below 1 it was squeezed. */
  readonly label: number;
  /** A field with its own place reaches over the edge of the page or into the foot. */
  readonly outside: boolean;
}

/**
 * Port to a layout format. Ours writes PDF; the national one (OFD, GB/T 33190) can be added behind it.
 * `data` of a license is what its template's placeholders name.
 */
export interface LayoutWriter {
  readonly format: 'pdf' | 'ofd';
  composeDocument(template: DocumentTemplate, data: DocumentData): Promise<Composition>;
  composeLicense(template: LicenseTemplate, data: LicenseData): Promise<Composition>;
}

/** Values for the placeholders, the text of the QR code, and the instant written as creation date. */
export interface LicenseData {
  readonly values: Readonly<Record<string, unknown>>;
  readonly qr: string;
  readonly at: Date;
}

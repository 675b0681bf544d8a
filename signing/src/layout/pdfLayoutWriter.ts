import { composeDocument } from './composeDocument.ts';
import { composeLicense } from './composeLicense.ts';
import type { LayoutWriter } from './LayoutWriter.ts';

/** The PDF layout: our only one so far. */
export const pdfLayoutWriter: LayoutWriter = { format: 'pdf', composeDocument, composeLicense };

import { type DocumentData, type DocumentTemplate, pdfLayoutWriter, SigningError } from '@onewindow/signing';

/** A statutory document to look at. */
export interface DocumentPreviewOrder {
  template: DocumentTemplate;
  data: Omit<DocumentData, 'at'>;
  /** Written as creation date. */
  at: Date;
}

/** The drawing without seal; null where it cannot be drawn, and why. */
export interface DocumentPreview {
  pdf: Uint8Array | null;
  pages: number;
  /** Characters that no font has. */
  missingCharacters: string[];
  problem: { code: string; params: Record<string, string> } | null;
}

/** Draws by the composer that draws real documents. Throws for anything but a fault of the texts. */
export async function composeDocumentPreview(order: DocumentPreviewOrder): Promise<DocumentPreview> {
  try {
    const { pdf, pages, missingCharacters } = await pdfLayoutWriter.composeDocument(order.template, {
      ...order.data,
      at: order.at,
    });
    return { pdf, pages, missingCharacters: [...missingCharacters], problem: null };
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    return {
      pdf: null,
      pages: 0,
      missingCharacters: [],
      problem: { code: error.code, params: { ...error.params } },
    };
  }
}

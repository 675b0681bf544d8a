import { pdfLayoutWriter, signPdf } from '@onewindow/signing';
import type { SealOffice } from '../documents/sealOffice.ts';
import { sealLicense } from '../licenses/sealLicense.ts';
import { composeDocumentPreview } from './composeDocumentPreview.ts';
import { composePreview } from './composePreview.ts';
import type { DocumentOrder, DrawingRoom } from './drawingRoom.ts';

/** Draws in this process, with the seals of this office. */
export function drawHere(seals: SealOffice): DrawingRoom {
  return {
    warmUp: () => {},
    document: (order) => sealDocument(seals, order),
    license: async (order) => {
      const { issuerUscc: uscc, issuerName: name } = order.license;
      return sealLicense({ ...order, signer: await seals.sealFor({ uscc, name }), tsa: seals.tsa });
    },
    preview: composePreview,
    previewDocument: composeDocumentPreview,
    close: async () => {},
  };
}

async function sealDocument(seals: SealOffice, order: DocumentOrder): Promise<Buffer> {
  const { body } = order.data;
  const composed = await pdfLayoutWriter.composeDocument(order.template, {
    ...order.data,
    at: order.issuedAt,
  });
  const signed = await signPdf({
    pdf: composed.pdf,
    signer: await seals.sealFor(body),
    tsa: seals.tsa,
    reason: order.template.title,
    signingTime: order.signingTime,
    fieldName: 'seal',
    certify: true,
    visible: { box: composed.sealBox, seal: { name: body.name, code: body.uscc } },
  });
  return Buffer.from(signed);
}

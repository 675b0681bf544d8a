import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { sealForm } from '../layout/drawSeal.ts';
import { SigningError } from '../SigningError.ts';
import { BYTE_RANGE_MARK, CONTENTS_BYTES } from './fillByteRange.ts';
import { pdfDate } from './pdfDate.ts';
import type { VisibleSeal } from './signPdf.ts';

export interface SignatureFieldRequest {
  readonly pdf: Uint8Array;
  readonly subFilter: 'ETSI.CAdES.detached' | 'ETSI.RFC3161';
  readonly certify: boolean;
  readonly fieldName: string;
  readonly visible?: VisibleSeal;
  readonly details?: { name: string; reason: string; location?: string; signingTime: Date };
}

/**
 * Appends a revision holding an empty signature field. Returns the whole file, placeholders unfilled.
 * The signature dictionary must stay outside object streams, hence a plain cross-reference table.
 */
export async function addSignatureField(request: SignatureFieldRequest): Promise<Buffer> {
  const document = await load(request.pdf);
  const { context, catalog } = document;
  const signature = context.register(signatureDictionary(context, request));
  const acroForm = ownDictionary(context, catalog, 'AcroForm');
  const fields = ownArray(context, acroForm, 'Fields');
  refuseTaken(context, fields, request);
  if (request.certify) certify(context, catalog, signature);
  acroForm.set(PDFName.of('SigFlags'), PDFNumber.of(3));

  const pageIndex = request.visible?.box.page ?? 0;
  const page = document.getPage(pageIndex);
  const box = request.visible?.box;
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(request.fieldName),
    V: signature,
    // print and locked; an invisible one is hidden from nobody, it just has no area
    F: 132,
    P: page.ref,
    Rect: box ? [box.x, box.y, box.x + box.width, box.y + box.height] : [0, 0, 0, 0],
  });
  if (request.visible)
    widget.set(PDFName.of('AP'), context.obj({ N: await sealForm(context, request.visible) }));
  const widgetRef = context.register(widget);
  fields.push(widgetRef);
  const annotations = ownArray(context, page.node, 'Annots');
  annotations.push(widgetRef);
  const snapshot = context.snapshot;
  if (!snapshot) throw unreadable();
  snapshot.markRefForSave(page.ref);
  for (const changed of [catalog, acroForm, fields, annotations] as PDFObject[])
    snapshot.markObjForSave(changed);
  return Buffer.from(await document.commit({ useObjectStreams: false }));
}

async function load(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
    if (document.isEncrypted) throw new Error('encrypted');
    return document;
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause?: unknown): SigningError {
  return new SigningError('pdfUnreadable', '无法读取 PDF 文件', 'the PDF cannot be read', {}, { cause });
}

function signatureDictionary(context: PDFContext, request: SignatureFieldRequest): PDFDict {
  const mark = PDFName.of(BYTE_RANGE_MARK);
  const dictionary = context.obj({
    Type: request.subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: request.subFilter,
    ByteRange: [PDFNumber.of(0), mark, mark, mark],
    Contents: PDFHexString.of('0'.repeat(CONTENTS_BYTES * 2)),
  });
  const { details } = request;
  if (details) {
    dictionary.set(PDFName.of('M'), PDFString.of(pdfDate(details.signingTime)));
    dictionary.set(PDFName.of('Name'), PDFHexString.fromText(details.name));
    dictionary.set(PDFName.of('Reason'), PDFHexString.fromText(details.reason));
    if (details.location) dictionary.set(PDFName.of('Location'), PDFHexString.fromText(details.location));
  }
  if (request.certify) {
    dictionary.set(
      PDFName.of('Reference'),
      context.obj([
        {
          Type: 'SigRef',
          TransformMethod: 'DocMDP',
          TransformParams: { Type: 'TransformParams', P: 2, V: PDFName.of('1.2') },
        },
      ]),
    );
  }
  return dictionary;
}

function certify(context: PDFContext, catalog: PDFDict, signature: PDFRef): void {
  if (catalog.has(PDFName.of('Perms'))) {
    throw new SigningError('pdfAlreadySigned', '该 PDF 已有认证签名', 'the PDF is already certified');
  }
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }));
}

/** Field names are unique, and a certification comes before every other signature (ISO 32000 12.8.2.2). */
function refuseTaken(context: PDFContext, fields: PDFArray, request: SignatureFieldRequest): void {
  for (const entry of fields.asArray()) {
    const field = context.lookup(entry);
    if (!(field instanceof PDFDict)) continue;
    const name = field.lookup(PDFName.of('T'));
    if (
      (name instanceof PDFHexString || name instanceof PDFString) &&
      name.decodeText() === request.fieldName
    ) {
      throw new SigningError('fieldNameTaken', '签名域名称已被使用', 'the signature field name is taken', {
        fieldName: request.fieldName,
      });
    }
    if (
      request.certify &&
      field.has(PDFName.of('V')) &&
      field.lookup(PDFName.of('FT')) === PDFName.of('Sig')
    ) {
      throw new SigningError('pdfAlreadySigned', '该 PDF 已有签名', 'the PDF is already signed');
    }
  }
}

function ownDictionary(context: PDFContext, parent: PDFDict, key: string): PDFDict {
  const found = parent.lookup(PDFName.of(key));
  if (found instanceof PDFDict) return found;
  const made = context.obj({});
  parent.set(PDFName.of(key), made);
  return made;
}

function ownArray(context: PDFContext, parent: PDFDict, key: string): PDFArray {
  const found = parent.lookup(PDFName.of(key));
  if (found instanceof PDFArray) return found;
  const made = context.obj([]);
  parent.set(PDFName.of(key), made);
  return made;
}

import type { PDFDocument } from 'pdf-lib';
import type { Typeface } from './fonts.ts';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type PdfFont = Extract<Awaited<ReturnType<Fontkit['create']>>, { createSubset: unknown }>;

/**
 * What pdf-lib needs of a font engine, over fonts already parsed. Each character maps to its own glyph (no
 * ligatures, no kerning), so that widths we measure are the widths that are drawn, and a subset
 * is encoded by upstream fontkit, which pdf-lib's own fork breaks for Chinese fonts.
 */
export function fontEngine(typefaces: readonly Typeface[]): Fontkit {
  return {
    create(bytes: Uint8Array) {
      const face = typefaces.find((candidate) => candidate.bytes === bytes);
      if (!face) throw new Error('font was not loaded by fonts.ts');
      return pdfFont(face);
    },
  };
}

function pdfFont(face: Typeface): PdfFont {
  const { font } = face;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    italicAngle: font.italicAngle,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    bbox: font.bbox,
    characterSet: font.characterSet,
    glyphForCodePoint: (codePoint) => face.glyph(codePoint) ?? null,
    layout: (text) => ({
      glyphs: [...text].flatMap((character) => face.glyph(character.codePointAt(0) ?? 0) ?? []),
    }),
    createSubset: () => font.createSubset() as ReturnType<PdfFont['createSubset']>,
  };
}

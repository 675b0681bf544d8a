import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** Weights shipped with documents: Noto Serif SC (song style) and Noto Sans SC, under the Open Font License. */
export type FontName = 'serif' | 'serifBold' | 'sans' | 'sansMedium';

const files: Readonly<Record<FontName, string>> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  sansMedium: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

/** A font parsed once per process. */
export interface Typeface {
  readonly name: FontName;
  readonly bytes: Uint8Array;
  readonly font: fontkit.Font;
  /** Undefined when the font has no glyph for the code point. */
  glyph(codePoint: number): fontkit.Glyph | undefined;
  /** Width in em of one character; 1 when the font lacks it. */
  advance(codePoint: number): number;
}

const loaded = new Map<FontName, Promise<Typeface>>();

/** Reads and parses a font on first use and keeps it. */
export function typeface(name: FontName): Promise<Typeface> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = load(name);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

async function load(name: FontName): Promise<Typeface> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(files[name]));
  const parsed = fontkit.create(bytes);
  if (!('glyphForCodePoint' in parsed)) throw new Error(`${files[name]} is a collection, not a font`);
  const glyphs = new Map<number, fontkit.Glyph | undefined>();
  const glyph = (codePoint: number): fontkit.Glyph | undefined => {
    if (!glyphs.has(codePoint)) {
      const found = parsed.hasGlyphForCodePoint(codePoint) ? parsed.glyphForCodePoint(codePoint) : undefined;
      glyphs.set(codePoint, found);
    }
    return glyphs.get(codePoint);
  };
  return {
    name,
    bytes,
    font: parsed,
    glyph,
    advance: (codePoint) => (glyph(codePoint)?.advanceWidth ?? parsed.unitsPerEm) / parsed.unitsPerEm,
  };
}

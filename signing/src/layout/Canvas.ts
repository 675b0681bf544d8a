import {
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFImage,
  PDFName,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';
import { colourOperands, num } from './colour.ts';
import { deflated } from './deflated.ts';
import { fontEngine } from './fontEngine.ts';
import { type FontName, type Typeface, typeface } from './fonts.ts';

export interface TextStyle {
  readonly font: FontName;
  /** Points. */
  readonly size: number;
  readonly colour?: string;
  /** Extra points after each character. */
  readonly spacing?: number;
}

/** Drawn in place of a character no shipped font has. */
const REPLACEMENT = '〓';

/**
 * Pages of one PDF, drawn with plain operators. Fonts are embedded as subsets of what was written.
 * Lengths are points, y grows upward.
 */
export class Canvas {
  readonly missingCharacters = new Set<string>();
  readonly #document: PDFDocument;
  readonly #faces: ReadonlyMap<FontName, Typeface>;
  readonly #fonts = new Map<FontName, PDFFont>();
  readonly #pictures = new Map<string, PDFImage>();
  readonly #pages: { page: PDFPage; content: string[] }[] = [];

  /** Six capitals that mark a subset (ISO 32000 section 9.9.2), from the document's identity. */
  readonly #subsetTag: string;

  private constructor(document: PDFDocument, faces: ReadonlyMap<FontName, Typeface>, identity: string) {
    this.#document = document;
    this.#faces = faces;
    this.#subsetTag = [...identity.slice(0, 6)]
      .map((c) => String.fromCharCode(65 + Number.parseInt(c, 16)))
      .join('');
  }

  static async create(options: {
    title: string;
    author: string;
    at: Date;
    identity: string;
  }): Promise<Canvas> {
    const names: FontName[] = ['serif', 'serifBold', 'sans', 'sansMedium'];
    const faces = new Map(
      await Promise.all(names.map(async (name) => [name, await typeface(name)] as const)),
    );
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontEngine([...faces.values()]));
    document.setTitle(options.title, { showInWindowTitleBar: true });
    document.setAuthor(options.author);
    document.setProducer('OneWindow 一窗');
    document.setCreator('OneWindow 一窗');
    document.setCreationDate(options.at);
    document.setModificationDate(options.at);
    document.setLanguage('zh-CN');
    const id = PDFHexString.of(options.identity);
    document.context.trailerInfo.ID = document.context.obj([id, id]);
    return new Canvas(document, faces, options.identity);
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(width: number, height: number): number {
    this.#pages.push({ page: this.#document.addPage([width, height]), content: [] });
    return this.#pages.length - 1;
  }

  /** Raw operators on a page, kept apart from the rest by q … Q. */
  draw(page: number, operators: string): void {
    this.#pages[page]?.content.push(`q\n${operators}\nQ`);
  }

  /** A drawing stored once in the file, such as a border; returns a name for `place`. */
  form(content: Uint8Array, width: number, height: number): PDFRef {
    const { context } = this.#document;
    return context.register(
      context.stream(content, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, width, height],
        Filter: 'FlateDecode',
        Resources: {},
      }),
    );
  }

  place(page: number, form: PDFRef): void {
    const target = this.#pages[page];
    if (!target) return;
    const name = target.page.node.newXObject('Form', form);
    target.content.push(`q ${name} Do Q`);
  }

  /** Pictures must be read before they are drawn; one that is neither PNG nor JPEG is not kept. */
  async usePicture(base64: string): Promise<void> {
    if (this.#pictures.has(base64)) return;
    try {
      const isPng = base64.startsWith('iVBORw0KGgo');
      const read = isPng ? this.#document.embedPng(base64) : this.#document.embedJpg(base64);
      this.#pictures.set(base64, await read);
    } catch {
      // The page says that it cannot be shown.
    }
  }

  /** Width and height in pixels of a picture that was read; undefined for one that could not be. */
  pictureSize(base64: string): { readonly width: number; readonly height: number } | undefined {
    return this.#pictures.get(base64);
  }

  /** Draws a picture with its lower left corner at (x, y). */
  picture(page: number, base64: string, x: number, y: number, width: number, height: number): void {
    const [target, image] = [this.#pages[page], this.#pictures.get(base64)];
    if (!target || image === undefined) return;
    const name = target.page.node.newXObject('Image', image.ref);
    target.content.push(`q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(y)} cm ${name} Do Q`);
  }

  /** Width in points of one line. */
  measure(text: string, style: TextStyle): number {
    let width = 0;
    let count = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      width += this.#faceFor(codePoint, style.font).advance(codePoint);
      count++;
    }
    return width * style.size + count * (style.spacing ?? 0);
  }

  /** Writes one line, its baseline beginning at (x, y). */
  text(page: number, text: string, x: number, y: number, style: TextStyle): void {
    const target = this.#pages[page];
    if (!target || text === '') return;
    const parts = [
      `q BT ${colourOperands(style.colour ?? '#000000')} rg ${num(style.spacing ?? 0)} Tc ${num(x)} ${num(y)} Td`,
    ];
    for (const run of this.#runs(text, style.font)) {
      const font = this.#fontOf(run.face.name);
      target.page.node.setFontDictionary(PDFName.of(run.face.name), font.ref);
      parts.push(`/${run.face.name} ${num(style.size)} Tf ${font.encodeText(run.text)} Tj`);
    }
    target.content.push(`${parts.join('\n')}\nET Q`);
  }

  async save(): Promise<Uint8Array> {
    const { context } = this.#document;
    for (const { page, content } of this.#pages) {
      page.node.addContentStream(context.register(deflated(context, content.join('\n'))));
    }
    return this.#document.save({ useObjectStreams: false, addDefaultPage: false });
  }

  /** Fonts must be embedded before text is encoded; call once before drawing. */
  async useFonts(...names: FontName[]): Promise<void> {
    for (const name of names) {
      const face = this.#faces.get(name);
      if (face && !this.#fonts.has(name)) {
        const customName = `${this.#subsetTag}+${face.font.postscriptName}`;
        this.#fonts.set(name, await this.#document.embedFont(face.bytes, { subset: true, customName }));
      }
    }
  }

  #fontOf(name: FontName): PDFFont {
    const font = this.#fonts.get(name);
    if (!font) throw new Error(`font ${name} was not announced by useFonts`);
    return font;
  }

  #faceFor(codePoint: number, wanted: FontName): Typeface {
    const face = this.#faces.get(wanted);
    if (face?.glyph(codePoint)) return face;
    for (const other of this.#faces.values()) {
      if (this.#fonts.has(other.name) && other.glyph(codePoint)) return other;
    }
    if (!face) throw new Error(`font ${wanted} is not loaded`);
    return face;
  }

  #runs(text: string, wanted: FontName): { face: Typeface; text: string }[] {
    const runs: { face: Typeface; text: string }[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const face = this.#faceFor(codePoint, wanted);
      let drawn = character;
      if (!face.glyph(codePoint)) {
        this.missingCharacters.add(character);
        drawn = REPLACEMENT;
      }
      const last = runs.at(-1);
      if (last?.face === face) last.text += drawn;
      else runs.push({ face, text: drawn });
    }
    return runs;
  }
}

import { XmlRefused } from './XmlRefused.ts';

export interface DecodedXml {
  /** The text with its encoding declaration set to UTF-8; a text that was UTF-8 already is untouched, its mark of byte order too. */
  readonly text: string;
  /** Name of the encoding that the bytes were in, in lower case. */
  readonly encoding: string;
  /** Whether the encoding declaration had to be changed. */
  readonly converted: boolean;
}

/** Largest file that is opened, in bytes. */
export const maximumBytes = 32 * 1024 * 1024;

/** Bytes at the beginning that give UTF-16 and UTF-8 away (XML 1.0, appendix F). */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x3c, 0x00, 0x3f, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c, 0x00, 0x3f], encoding: 'utf-16be' },
];

const DECLARATION = /^(\uFEFF?<\?xml[^>]*?encoding\s*=\s*["'])([^"']*)(["'])/;

/**
 * The text of an XML file in the encoding that its mark of byte order or its declaration names (UTF-8, UTF-16, GBK,
 * GB18030, Big5, ISO-8859-1 and whatever else the platform knows). Packs keep UTF-8, so the declaration of another
 * encoding is changed to say so.
 *
 * Throws XmlRefused (`encodingUnknown`, `encodingBroken`, `tooLarge`) rather than lose a character.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  if (bytes.length > maximumBytes) throw new XmlRefused('tooLarge', null, `${bytes.length} bytes`);
  const mark = marks.find((entry) => entry.bytes.every((byte, at) => bytes[at] === byte));
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = (DECLARATION.exec(head.replace(/^\xEF\xBB\xBF/, ''))?.[2] ?? 'utf-8').toLowerCase();
  const encoding = mark?.encoding ?? declared;
  const text = decode(bytes, encoding);
  if (encoding === 'utf-8' || encoding === 'utf8') {
    const said = DECLARATION.exec(text)?.[2]?.toLowerCase() ?? 'utf-8';
    // A mark of byte order overrules a declaration that says something else, for us and not for every parser.
    return /^utf-?8$/.test(said)
      ? { text, encoding: 'utf-8', converted: false }
      : { text: text.replace(DECLARATION, '$1UTF-8$3'), encoding: 'utf-8', converted: true };
  }
  return { text: text.replace(/^\uFEFF/, '').replace(DECLARATION, '$1UTF-8$3'), encoding, converted: true };
}

function decode(bytes: Uint8Array, encoding: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new XmlRefused('encodingUnknown', null, encoding.slice(0, 40));
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new XmlRefused('encodingBroken', null, encoding);
  }
}

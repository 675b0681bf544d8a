import * as asn1js from 'asn1js';

/** Any ASN.1 value of asn1js. */
export type Asn1 = asn1js.BaseBlock;

export const sequence = (...value: Asn1[]): asn1js.Sequence => new asn1js.Sequence({ value });
export const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
export const nul = (): asn1js.Null => new asn1js.Null();
export const utf8 = (value: string): asn1js.Utf8String => new asn1js.Utf8String({ value });
export const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: copyBuffer(bytes) });
export const bits = (bytes: Uint8Array): asn1js.BitString =>
  new asn1js.BitString({ valueHex: copyBuffer(bytes) });
export const boolean = (value: boolean): asn1js.Boolean => new asn1js.Boolean({ value });

/** `[tag]` around its content: EXPLICIT for one value, IMPLICIT SET or SEQUENCE for its members. */
export const tagged = (tag: number, ...value: Asn1[]): asn1js.Constructed =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: tag }, value });

/** INTEGER from a small number or from unsigned big-endian bytes (a sign byte is added when needed). */
export function integer(value: number | Uint8Array): asn1js.Integer {
  if (typeof value === 'number') return new asn1js.Integer({ value });
  const first = value[0] ?? 0;
  const bytes = first >= 0x80 ? Uint8Array.from([0, ...value]) : value;
  return new asn1js.Integer({ valueHex: copyBuffer(bytes) });
}

/** GeneralizedTime cut to the second, so that DER needs no fraction. */
export function generalizedTime(instant: Date): asn1js.GeneralizedTime {
  return new asn1js.GeneralizedTime({ valueDate: new Date(Math.floor(instant.getTime() / 1000) * 1000) });
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5), cut to the second. */
export function certificateTime(instant: Date): Asn1 {
  if (instant.getUTCFullYear() >= 2050) return generalizedTime(instant);
  return new asn1js.UTCTime({ valueDate: new Date(Math.floor(instant.getTime() / 1000) * 1000) });
}

/** SET OF in DER order: members sorted by their encoding (X.690 section 11.6). */
export function setOf(members: readonly Asn1[]): asn1js.Set {
  const sorted = members
    .map((member) => ({ member, der: toDer(member) }))
    .sort((a, b) => Buffer.compare(a.der, b.der));
  return new asn1js.Set({ value: sorted.map(({ member }) => member) });
}

/** DER of a value. */
export function toDer(value: Asn1): Uint8Array {
  return new Uint8Array(value.toBER(false));
}

/** Parses exactly one DER value. Throws when it does not parse or bytes follow it. */
export function fromDer(der: Uint8Array): Asn1 {
  const { result, offset } = asn1js.fromBER(copyBuffer(der));
  if (offset !== der.length) throw new Error('not exactly one DER value');
  return result;
}

/** A parsed value re-used inside another structure. */
export const embed = (der: Uint8Array): Asn1 => fromDer(der);

/** An ArrayBuffer that holds these bytes and nothing else. */
export function copyBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

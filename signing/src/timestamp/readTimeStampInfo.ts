import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { fromDer } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';

export interface TimeStampInfo {
  readonly digestAlgorithm: string;
  readonly digest: Uint8Array;
  readonly at: Date;
  readonly nonce?: Uint8Array;
}

/** What a TimeStampToken says (TSTInfo, RFC 3161 section 2.4.2). Throws when it is not one. Verifies nothing. */
export function readTimeStampInfo(token: Uint8Array): TimeStampInfo {
  const contentInfo = new pkijs.ContentInfo({ schema: fromDer(token) });
  const signed = new pkijs.SignedData({ schema: contentInfo.content });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== OID.tstInfo || !content)
    throw new Error('not a time-stamp token');
  const info = new pkijs.TSTInfo({ schema: fromDer(new Uint8Array(content.getValue())) });
  return {
    digestAlgorithm: info.messageImprint.hashAlgorithm.algorithmId,
    digest: new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView),
    at: info.genTime,
    ...(info.nonce instanceof asn1js.Integer
      ? { nonce: new Uint8Array(info.nonce.valueBlock.valueHexView) }
      : {}),
  };
}

export {
  createDevelopmentAuthority,
  DEVELOPMENT_MARK,
  type DevelopmentAuthority,
} from './authority/createDevelopmentAuthority.ts';
export { certificatesOfPem } from './authority/keyFile.ts';
export { type CertificateName, subjectOf } from './cms/certificateName.ts';
export {
  type ImportedIdentifier,
  importLicenseIdentifier,
  type LicenseIdentifierParts,
  licenseIdentifier,
  parseLicenseIdentifier,
} from './identifier/licenseIdentifier.ts';
export { chineseDate } from './layout/chineseDate.ts';
export { composeDocument } from './layout/composeDocument.ts';
export { composeLicense } from './layout/composeLicense.ts';
export {
  type DocumentData,
  type DocumentTemplate,
  documentTemplateSchema,
} from './layout/documentTemplate.ts';
export { SEAL_DIAMETER, type SealAppearance } from './layout/drawSeal.ts';
export type {
  Composition,
  FieldFit,
  LayoutWriter,
  LicenseData,
  LicenseFit,
  SealBox,
} from './layout/LayoutWriter.ts';
export {
  type LicenseTemplate,
  type LicenseTemplateInput,
  licenseTemplateSchema,
  pathsOfTemplate,
} from './layout/licenseTemplate.ts';
export { pdfLayoutWriter } from './layout/pdfLayoutWriter.ts';
export { type StatutoryKind, statutoryKinds, statutoryTemplate } from './layout/statutoryTemplates.ts';
export {
  appendDocumentTimeStamp,
  appendSignature,
  type SignRequest,
  signPdf,
  type VisibleSeal,
} from './pades/signPdf.ts';
export { licenseContentHash } from './qr/contentHash.ts';
export {
  parseQrPayload,
  type QrPayload,
  type QrVerdict,
  signQrPayload,
  verifyQrPayload,
} from './qr/qrPayload.ts';
export type { SealService } from './SealService.ts';
export { SigningError, type UserMessage } from './SigningError.ts';
export { keyIdOf } from './signer/keySigner.ts';
export { pkcs12Signer } from './signer/pkcs12Signer.ts';
export type { SignatureAlgorithm, Signer } from './signer/Signer.ts';
export { httpTimeStampAuthority } from './timestamp/httpTimeStampAuthority.ts';
export { localTimeStampAuthority } from './timestamp/localTimeStampAuthority.ts';
export type { TimeStampAuthority } from './timestamp/TimeStampAuthority.ts';
export type { Reason, ReasonCode } from './verify/reasons.ts';
export {
  type SignatureReport,
  type Verdict,
  type VerificationReport,
  type VerifyRequest,
  verifyPdf,
} from './verify/verifyPdf.ts';

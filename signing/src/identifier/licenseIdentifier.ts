import { SigningError } from '../SigningError.ts';
import { mod37Check } from './checkCharacter.ts';

const ROOT = '1.2.156.3005.2';

/** Segments of a license identifier 证照标识 (GB/T 36904). */
export interface LicenseIdentifierParts {
  /** 18-character code of the body that defined the type, and 3 characters. */
  readonly typeCode21: string;
  /** Unified social credit code of the issuing body. */
  readonly issuerUscc18: string;
  /** One or more of `0-9A-Z`. */
  readonly serial: string;
  /** From 1. */
  readonly version: number;
}

const patterns = {
  typeCode21: /^[0-9A-Z]{21}$/,
  issuerUscc18: /^[0-9A-Z]{18}$/,
  serial: /^[0-9A-Z]{1,64}$/,
} as const;

const words = {
  typeCode21: ['证照类型代码须为 21 位数字或大写字母', 'the type code must be 21 digits or capital letters'],
  issuerUscc18: ['发证机关代码须为 18 位', 'the code of the issuer must have 18 characters'],
  serial: ['流水号只能由数字和大写字母组成', 'the serial must consist of digits and capital letters'],
  version: ['版本号须为 1 至 999', 'the version must be 1 to 999'],
  root: [`证照标识须以 ${ROOT}. 开头并有五段`, `an identifier begins with ${ROOT}. and five segments follow`],
  check: ['证照标识校验位不正确', 'the check character of the identifier is wrong'],
} as const;

/** Builds an identifier with its check character. Throws `licenseIdentifierInvalid` naming the rule. */
export function licenseIdentifier(parts: LicenseIdentifierParts): string {
  for (const key of ['typeCode21', 'issuerUscc18', 'serial'] as const) {
    if (!patterns[key].test(parts[key])) throw invalid(key);
  }
  if (!Number.isInteger(parts.version) || parts.version < 1 || parts.version > 999) throw invalid('version');
  const version = String(parts.version).padStart(3, '0');
  const segments = [parts.typeCode21, parts.issuerUscc18, parts.serial, version];
  return [ROOT, ...segments, mod37Check(segments.join(''))].join('.');
}

/** Strict: what we issue. Throws `licenseIdentifierInvalid` with the rule that failed in `params.rule`. */
export function parseLicenseIdentifier(identifier: string): LicenseIdentifierParts {
  const match = /^1\.2\.156\.3005\.2\.([^.]*)\.([^.]*)\.([^.]*)\.(\d{3})\.([0-9A-Z])$/.exec(identifier);
  if (!match) throw invalid('root');
  const [, typeCode21 = '', issuerUscc18 = '', serial = '', version = '', check = ''] = match;
  const parts = { typeCode21, issuerUscc18, serial, version: Number(version) };
  const rebuilt = licenseIdentifier(parts);
  if (rebuilt.at(-1) !== check) throw invalid('check');
  return parts;
}

export interface ImportedIdentifier {
  /** As received; never changed. */
  readonly original: string;
  readonly standard: boolean;
  readonly parts?: LicenseIdentifierParts;
  /** Rule that a non-standard identifier breaks. */
  readonly rule?: string;
  readonly zh?: string;
  readonly en?: string;
}

/** Lenient: what other systems issued. Never throws; says whether and why it is not standard. */
export function importLicenseIdentifier(original: string): ImportedIdentifier {
  try {
    return { original, standard: true, parts: parseLicenseIdentifier(original.trim()) };
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    const rule = error.params['rule'] ?? '';
    return { original, standard: false, rule, zh: error.userMessage['zh-CN'], en: error.userMessage.en };
  }
}

function invalid(rule: keyof typeof words): SigningError {
  const [zh, en] = words[rule];
  return new SigningError('licenseIdentifierInvalid', zh, en, { rule });
}

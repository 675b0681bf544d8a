import { type LicenseFit, type LicenseTemplate, pdfLayoutWriter, SigningError } from '@onewindow/signing';

/** A license to look at: a template that is being written, and made-up values. */
export interface PreviewOrder {
  template: LicenseTemplate;
  values: Record<string, unknown>;
  /** Written as creation date. */
  at: Date;
}

/** The drawing without seal and signature; null where it cannot be drawn, and why. */
export interface Preview {
  pdf: Uint8Array | null;
  fit: LicenseFit | null;
  /** Characters that no font has. */
  missingCharacters: string[];
  /** Code of SigningError with its parameters: `licenseTooLong`, `templateDataMissing`, `templatePlaceholderInvalid`. */
  problem: { code: string; params: Record<string, string> } | null;
}

/** What the square of the preview leads to: nowhere. */
const QR = 'https://example.invalid/preview';

/** Draws by the composer that draws real licenses. Nothing is sealed or stored. Throws for anything but a fault of the template. */
export async function composePreview({ template, values, at }: PreviewOrder): Promise<Preview> {
  try {
    const { pdf, fit, missingCharacters } = await pdfLayoutWriter.composeLicense(template, {
      values,
      qr: QR,
      at,
    });
    return { pdf, fit: fit ?? null, missingCharacters: [...missingCharacters], problem: null };
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    const problem = { code: error.code, params: { ...error.params } };
    return { pdf: null, fit: null, missingCharacters: [], problem };
  }
}

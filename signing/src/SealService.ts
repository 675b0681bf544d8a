import type { VerificationReport } from './verify/verifyPdf.ts';

/**
 * Port to a sealing service. Ours seals PDF (PAdES). A service of the national e-seal system (GB/T 38540, SM2), which State
 * Council Decree 716 art. 9 wants, can be put behind it without touching those who call it.
 */
export interface SealService {
  readonly format: 'pdf' | 'ofd';
  /** Seals a composed document for a body. Throws SigningError. */
  seal(request: {
    document: Uint8Array;
    body: { uscc: string; name: string };
    box: { page: number; x: number; y: number; width: number; height: number };
    reason: string;
    at: Date;
  }): Promise<Uint8Array>;
  verify(document: Uint8Array, now: Date): Promise<VerificationReport>;
}

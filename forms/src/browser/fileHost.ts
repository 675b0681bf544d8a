import type { FileReference } from '../model/formDefinition.ts';

/** What a photograph says of itself; fields of the form may ask for it (`properties` of the file field). */
export interface PhotoFacts {
  readonly takenAt?: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

export interface UploadedFile extends FileReference {
  readonly photo?: PhotoFacts;
}

/** What the page around the form does for it. */
export interface FormHost extends FileHost {
  /** Licenses in force that the applicant holds, of these types (none: of any); left out: numbers are typed. */
  readonly findLicenses?: (types: readonly string[]) => Promise<readonly LicenseChoice[]>;
}

/** A license that may be chosen. */
export interface LicenseChoice {
  readonly licenseNo: string;
  /** Its name in the language of the user. */
  readonly name: string;
}

/** What the page around the form does with files. */
export interface FileHost {
  /**
   * Uploads a file for the field of that path, telling the share sent so far (0 to 1). Throws UploadRefused with words for
   * the user; anything else is told as a failed upload.
   */
  readonly upload?: (file: File, path: string, onProgress: (share: number) => void) => Promise<UploadedFile>;
  /** Address under which an uploaded file can be fetched. */
  readonly fileAddress?: (file: FileReference) => string;
  /** Shows an uploaded file over the page; left out: its name is a link. */
  readonly openFile?: (file: FileReference) => void;
}

/** An upload that was refused; the message is for the user. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
}

/** A file as pages to draw, whatever its kind. */
export interface PageSource {
  /** Number of pages, at least 1. */
  readonly count: number;
  /** Width and height of a page (from 1), upright, in CSS pixels at 100 %. */
  size(page: number): Promise<{ width: number; height: number }>;
  /** Draws a page at a scale (device pixels per CSS pixel at 100 %). Rejects when `signal` is aborted or the page is broken. */
  draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** What the page says, for assistive technology; empty for a picture. */
  text(page: number): Promise<string>;
  close(): void;
}

const pictures = /^image\/(png|jpeg|gif|webp|bmp)$/;

/** Whether a file of this kind can be shown as pages. */
export function hasPages(mediaType: string): boolean {
  return mediaType === 'application/pdf' || pictures.test(mediaType);
}

/** Opens a PDF or a picture. Rejects when it is broken. */
export async function openPages(blob: Blob, mediaType: string): Promise<PageSource> {
  const opener =
    mediaType === 'application/pdf'
      ? (await import('./openPdf.ts')).openPdf
      : (await import('./openPicture.ts')).openPicture;
  return opener(blob);
}

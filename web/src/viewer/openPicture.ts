import type { PageSource } from './pageSource.ts';

/** A picture as one page. Rejects when it is broken. */
export async function openPicture(blob: Blob): Promise<PageSource> {
  const picture = await createImageBitmap(blob);
  const { width, height } = picture;
  return {
    count: 1,
    size: async () => ({ width, height }),
    async draw(_page, canvas, scale) {
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    },
    text: async () => '',
    close: () => picture.close(),
  };
}

import ExifReader from 'exifreader';

/** What a photograph says of itself (EXIF 2.3). */
export interface PhotoFacts {
  /** DateTimeOriginal as the camera wrote it, `YYYY-MM-DD HH:MM`, in the camera's own time. */
  takenAt?: string;
  /** Degrees, WGS 84, six decimals (a decimetre); east and north positive. */
  longitude?: number;
  latitude?: number;
}

/** Reads time and place out of a photograph; what is absent or nonsense is left out. Never throws: a photo may say nothing. */
export async function readPhotoFacts(bytes: Uint8Array): Promise<PhotoFacts> {
  try {
    const copy = new Uint8Array(bytes);
    const { exif, gps } = await ExifReader.load(copy.buffer, { expanded: true, async: true });
    return {
      ...taken(exif?.DateTimeOriginal?.description),
      ...place(gps?.Longitude, gps?.Latitude),
    };
  } catch {
    return {};
  }
}

function taken(text: string | undefined): PhotoFacts {
  const parts = /^(\d{4})[:-](\d{2})[:-](\d{2}) (\d{2}):(\d{2})/.exec(text ?? '');
  if (parts === null) return {};
  const [, year, month, day, hour, minute] = parts;
  return { takenAt: `${year}-${month}-${day} ${hour}:${minute}` };
}

function place(longitude: number | undefined, latitude: number | undefined): PhotoFacts {
  const right = (value: number | undefined, most: number): value is number =>
    value !== undefined && Number.isFinite(value) && Math.abs(value) <= most;
  // Both zero is what a camera without a fix writes.
  if (!right(longitude, 180) || !right(latitude, 90) || (longitude === 0 && latitude === 0)) return {};
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return { longitude: rounded(longitude), latitude: rounded(latitude) };
}

import { useEffect, useRef, useState } from 'react';
import type { HostServices, LicensePreview } from '../model/hostServices.ts';
import { pdfOf } from '../model/pdfOf.ts';
import type { Sample } from './sampleValues.ts';

export interface Preview {
  readonly state: 'drawing' | 'done' | 'failed';
  readonly pdf: Blob | null;
  /** What the composer says about the sample that is shown, and about very long content. */
  readonly shown: LicensePreview | null;
  readonly long: LicensePreview | null;
}

/** Milliseconds without an edit before the license is drawn anew. */
const PAUSE = 500;

/** Draws the license a moment after each edit: the sample that is shown as a picture, long content only to see what it squeezes. */
export function usePreview(
  draw: HostServices['previewLicense'],
  template: string,
  sample: Sample,
  long: Sample,
  turn: number,
): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'drawing', pdf: null, shown: null, long: null });
  const ask = useRef(draw);
  ask.current = draw;
  const key = JSON.stringify([template, sample.values, long.values, turn]);
  const input = useRef({ template, sample, long });
  input.current = { template, sample, long };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for all that is drawn
  useEffect(() => {
    const { current } = ask;
    if (current === undefined) return;
    let overtaken = false;
    setPreview((old) => ({ ...old, state: 'drawing' }));
    const timer = setTimeout(async () => {
      const { template: text, sample: usual, long: longest } = input.current;
      try {
        const shown = await current({ template: text, values: usual.values, picture: true });
        if (overtaken) return;
        setPreview((old) => ({ ...old, pdf: shown.pdf === null ? old.pdf : pdfOf(shown.pdf), shown }));
        const answer =
          usual === longest
            ? shown
            : await current({ template: text, values: longest.values, picture: false });
        if (!overtaken) setPreview((old) => ({ ...old, long: answer, state: 'done' }));
      } catch {
        if (!overtaken) setPreview((old) => ({ ...old, state: 'failed' }));
      }
    }, PAUSE);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [key]);
  return preview;
}

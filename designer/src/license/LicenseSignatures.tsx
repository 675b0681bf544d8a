import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { MANIFEST } from '../model/manifest.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { NumberInput } from '../panel/NumberInput.tsx';
import { Place } from '../panel/Place.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { freeKey } from './freeKey.ts';
import { licenseOf, offeredSources } from './licenseSources.ts';
import { licenseTexts } from './licenseTexts.ts';
import { firstPicturePlace, type PlacedPicture } from './placing.ts';

/** A box for a signature, as written in the template. */
export interface WrittenPicture extends Partial<PlacedPicture> {
  readonly label?: string;
  readonly picture?: string;
}

interface SignaturesProps {
  readonly file: string;
  readonly pictures: readonly WrittenPicture[];
  readonly orientation: string | undefined;
}

/** More are not printed on one license. */
const MOST = 4;
const least = { x: 0, y: 0, width: 10, height: 5 } as const;

/** Which signatures of the steps the license prints, and where each stands. */
export function LicenseSignatures({ file, pictures, orientation }: SignaturesProps) {
  const { editor, files, manifest, locale } = useDesigning();
  const texts = licenseTexts[locale];
  const bound = licenseOf(manifest)?.pictures ?? {};
  const offered = offeredSources(manifest, files).filter(({ step, signed }) => step !== null && signed);
  const nameOf = (source: string) => {
    const found = offered.find((entry) => entry.source === source);
    if (found === undefined) return texts.signatureGone(source);
    const step = manifest.steps?.[found.step ?? '']?.name?.[locale] ?? found.step;
    return `${step} · ${locale === 'en' ? found.english : found.label}`;
  };
  const add = (source: string, label: string, own: string) =>
    editor.together(() => {
      const key = freeKey(own, bound);
      editor.setYaml(MANIFEST, ['license', 'pictures', key], source);
      const box = { label, picture: key, ...firstPicturePlace(orientation) };
      // A second one stands under the first.
      box.y += pictures.length * (box.height + 4);
      if (pictures.length === 0) editor.setYaml(file, ['pictures'], [box]);
      else editor.insertYaml(file, ['pictures'], box);
    });
  const drop = (key: string) =>
    editor.together(() => {
      const last = Object.keys(bound).length === 1;
      editor.setManifest(last ? ['license', 'pictures'] : ['license', 'pictures', key], undefined);
      const kept = pictures.filter(({ picture }) => picture !== key);
      if (kept.length < pictures.length)
        editor.setYaml(file, ['pictures'], kept.length === 0 ? undefined : kept);
    });
  const full = Object.keys(bound).length >= MOST;
  const keyOf = new Map(Object.entries(bound).map(([key, source]) => [source, key]));
  const lost = Object.values(bound).filter((from) => !offered.some(({ source }) => source === from));
  return (
    <fieldset className="owd-license-signed">
      <legend>{texts.signatures}</legend>
      <p className="owd-help">{offered.length === 0 ? texts.noSignatures : texts.signaturesHelp}</p>
      {[...offered, ...lost.map((source) => ({ source, key: '', label: '' }))].map(
        ({ source, key, label }) => {
          const own = keyOf.get(source);
          const at = pictures.findIndex(({ picture }) => picture === own);
          if (own === undefined && full) return null;
          return (
            <Place key={source} at={`license.pictures.${own ?? key}`}>
              <CheckInput
                label={nameOf(source)}
                checked={own !== undefined}
                onChange={(on) => (on ? add(source, label, key) : own !== undefined && drop(own))}
              />
              {own !== undefined && (
                <PictureBox file={file} at={at} box={pictures[at]} name={nameOf(source)} />
              )}
            </Place>
          );
        },
      )}
    </fieldset>
  );
}

/** The words before a signature and the box that it stands in. */
function PictureBox({
  file,
  at,
  box,
  name,
}: {
  readonly file: string;
  readonly at: number;
  readonly box: WrittenPicture | undefined;
  readonly name: string;
}) {
  const { editor, locale } = useDesigning();
  const texts = licenseTexts[locale];
  if (box === undefined) return <p className="owd-help">{texts.noBox}</p>;
  const path = ['pictures', at] as const;
  return (
    <>
      <TextInput
        label={said(name, texts.label, locale)}
        value={box.label ?? ''}
        onCommit={(label) =>
          editor.setYaml(file, [...path, 'label'], label.trim() === '' ? undefined : label.trim())
        }
      />
      <div className="owd-cells3">
        {(['x', 'y', 'width', 'height'] as const).map((part) => (
          <NumberInput
            key={part}
            label={texts.pictureParts[part]}
            value={box[part] ?? least[part]}
            min={least[part]}
            max={297}
            onChange={(value) => editor.setYaml(file, [...path, part], value)}
          />
        ))}
      </div>
    </>
  );
}

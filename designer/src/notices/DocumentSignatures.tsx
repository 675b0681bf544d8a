import { useDesigning } from '../DesignerContext.ts';
import { offeredSources } from '../license/licenseSources.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { noticeTexts } from './noticeTexts.ts';

/** Which signatures of the steps a document prints, each as it was given on the screen. */
export function DocumentSignatures({ kind }: { readonly kind: string }) {
  const { editor, files, manifest, locale } = useDesigning();
  const texts = noticeTexts[locale];
  const printed = manifest.documents?.[kind]?.signatures ?? [];
  const offered = offeredSources(manifest, files).filter(({ step, signed }) => step !== null && signed);
  const lost = printed.filter(({ from }) => !offered.some(({ source }) => source === from));
  const write = (list: typeof printed) =>
    editor.setManifest(['documents', kind, 'signatures'], list.length === 0 ? undefined : list);
  return (
    <fieldset className="owd-checks">
      <legend>{texts.signatures}</legend>
      {offered.length + lost.length === 0 && <p className="owd-help">{texts.noSignatures}</p>}
      {offered.map(({ source, step, label, english }) => (
        <CheckInput
          key={source}
          label={`${manifest.steps?.[step ?? '']?.name?.[locale] ?? step} · ${locale === 'en' ? english : label}`}
          checked={printed.some(({ from }) => from === source)}
          onChange={(on) =>
            write(
              on
                ? [...printed, { label: { 'zh-CN': `${label}：`, en: `${english}:` }, from: source }]
                : printed.filter(({ from }) => from !== source),
            )
          }
        />
      ))}
      {lost.map(({ from = '' }) => (
        <CheckInput
          key={from}
          label={texts.signatureGone(from)}
          checked
          onChange={() => write(printed.filter((entry) => entry.from !== from))}
        />
      ))}
    </fieldset>
  );
}

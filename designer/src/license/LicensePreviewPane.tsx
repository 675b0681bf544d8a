import { Alert, Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { describeFit } from './describeFit.ts';
import type { WrittenField } from './FieldList.tsx';
import type { WrittenPicture } from './LicenseSignatures.tsx';
import { licenseTexts } from './licenseTexts.ts';
import { PlacedFields } from './PlacedFields.tsx';
import { movableBoxes } from './placing.ts';
import { type Sample, type SampleLength, sampleValues } from './sampleValues.ts';
import { usePreview } from './usePreview.ts';

interface PaneProps {
  readonly file: string;
  readonly template: string;
  readonly fields: readonly WrittenField[];
  readonly pictures: readonly WrittenPicture[];
  readonly orientation: string | undefined;
  /** Key of a field of the license → its label. */
  readonly labelOf: (key: string) => string;
}

/** The license as it will be printed, with made-up content, and what does not fit. */
export function LicensePreviewPane({ file, template, fields, pictures, orientation, labelOf }: PaneProps) {
  const labels = fields.map(({ label }) => label ?? '');
  const { host, manifest, files, locale } = useDesigning();
  const texts = licenseTexts[locale];
  const [length, setLength] = useState<SampleLength>('usual');
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [turn, setTurn] = useState(0);
  const usual = useMemo(() => withOwn(sampleValues(manifest, files, 'usual'), own), [manifest, files, own]);
  const long = useMemo(() => sampleValues(manifest, files, 'long'), [manifest, files]);
  const preview = usePreview(host.previewLicense, template, length === 'long' ? long : usual, long, turn);
  if (host.previewLicense === undefined) return <p className="owd-help">{texts.noHost}</p>;
  const checks = [
    ...(length === 'usual' && preview.shown !== null ? [{ name: texts.usual, answer: preview.shown }] : []),
    ...(preview.long === null ? [] : [{ name: texts.long, answer: preview.long }]),
  ];
  return (
    <section className="owd-preview" aria-label={texts.preview}>
      <div className="owd-row">
        <h2>{texts.preview}</h2>
        <Segmented<SampleLength>
          size="small"
          aria-label={texts.sample}
          value={length}
          onChange={setLength}
          options={[
            { value: 'usual', label: texts.usual },
            { value: 'long', label: texts.long },
          ]}
        />
      </div>
      <p className="owd-help">{texts.previewHelp}</p>
      <div role="status" className="owd-fit">
        {preview.state === 'drawing' && <span>{texts.drawing}</span>}
        {preview.state === 'failed' && (
          <Alert
            type="warning"
            showIcon
            title={texts.failed}
            action={
              <Button size="small" onClick={() => setTurn(turn + 1)}>
                {texts.again}
              </Button>
            }
          />
        )}
        {preview.state === 'done' &&
          checks.map(({ name, answer }) => {
            const { level, lines } = describeFit(answer, labels, texts);
            return (
              <p key={name} className={`owd-fit-${level}`}>
                <strong>{texts.checkOf(name)}</strong>
                {joined(lines, locale)}
              </p>
            );
          })}
      </div>
      {preview.pdf !== null && (
        <PlacedFields file={file} boxes={movableBoxes(fields, pictures)} orientation={orientation}>
          {host.renderPdf?.(preview.pdf)}
        </PlacedFields>
      )}
      {length === 'usual' && Object.keys(usual.fields).length > 0 && (
        <details>
          <summary>{texts.sampleEdit}</summary>
          {Object.entries(usual.fields).map(([key, value]) => (
            <TextInput
              key={key}
              label={labelOf(key)}
              value={value}
              onCommit={(text) => setOwn({ ...own, [key]: text })}
            />
          ))}
        </details>
      )}
    </section>
  );
}

/** One sentence of several. */
function joined(lines: readonly string[], locale: 'zh-CN' | 'en'): string {
  const [mark, stop] = locale === 'en' ? ['; ', '.'] : ['；', '。'];
  return `${lines.map((line) => line.replace(/[。.]$/, '')).join(mark)}${stop}`;
}

function withOwn(sample: Sample, own: Readonly<Record<string, string>>): Sample {
  const fields = { ...sample.fields };
  for (const [key, text] of Object.entries(own)) if (Object.hasOwn(fields, key)) fields[key] = text;
  return { fields, values: { ...sample.values, fields } };
}

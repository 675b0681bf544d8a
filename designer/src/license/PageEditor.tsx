import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { Place } from '../panel/Place.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { contrastWithWhite } from './contrast.ts';
import { licenseTexts } from './licenseTexts.ts';

export interface WrittenTemplate {
  readonly page?: { readonly orientation?: string };
  readonly border?: { readonly style?: string; readonly colour?: string; readonly accent?: string };
  readonly rosette?: boolean;
  readonly title?: string;
  readonly titleColour?: string;
  readonly subtitle?: string;
  readonly number?: { readonly label?: string; readonly value?: string };
  readonly columns?: number;
  readonly fields?: readonly { readonly label?: string; readonly value?: string; readonly span?: number }[];
  readonly statement?: string;
  readonly signature?: { readonly label?: string; readonly dateLabel?: string };
  readonly qr?: { readonly caption?: string };
  readonly identifier?: { readonly label?: string };
  readonly footer?: string;
}

/** Letters need 4.5:1 against paper, lines 3:1 (WCAG 2.2, 1.4.3 and 1.4.11; print is no better). */
const LETTERS = 4.5;

/** Paper, frame, colours and the lines around the fields. */
export function PageEditor({
  file,
  template,
}: {
  readonly file: string;
  readonly template: WrittenTemplate;
}) {
  const { editor, locale } = useDesigning();
  const texts = licenseTexts[locale];
  const set = (path: readonly (string | number)[], value: unknown) => editor.setYaml(file, path, value);
  const optional = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const needed = (path: readonly string[]) => (text: string) => text.trim() !== '' && set(path, text.trim());
  const titleColour = template.titleColour ?? '#b01116';
  const contrast = contrastWithWhite(titleColour);
  return (
    <section aria-labelledby="owd-license-page">
      <h2 id="owd-license-page">{texts.page}</h2>
      <Place at="title">
        <TextInput label={texts.title} value={template.title ?? ''} onCommit={needed(['title'])} />
      </Place>
      <div className="owd-cells3">
        <ChoiceInput
          label={texts.orientation}
          value={template.page?.orientation ?? 'landscape'}
          choices={(['landscape', 'portrait'] as const).map((value) => ({ value, label: texts[value] }))}
          onChange={(value) => set(['page', 'orientation'], value)}
        />
        <ChoiceInput
          label={texts.columns}
          value={String(template.columns ?? 1)}
          choices={[
            { value: '1', label: texts.one },
            { value: '2', label: texts.two },
          ]}
          onChange={(value) => set(['columns'], Number(value))}
        />
        <ChoiceInput
          label={texts.borderStyle}
          value={template.border?.style ?? 'guilloche'}
          choices={Object.entries(texts.borders).map(([value, label]) => ({ value, label }))}
          onChange={(value) => set(['border', 'style'], value)}
        />
        <ColourChoice
          label={texts.borderColour}
          value={template.border?.colour ?? '#1f6f5c'}
          onChange={(value) => set(['border', 'colour'], value)}
        />
        <ColourChoice
          label={texts.accent}
          value={template.border?.accent ?? '#b8923a'}
          onChange={(value) => set(['border', 'accent'], value)}
        />
        <div>
          <ColourChoice
            label={texts.titleColour}
            value={titleColour}
            onChange={(value) => set(['titleColour'], value)}
          />
          {contrast < LETTERS && (
            <p role="alert" className="owd-warning">
              {texts.lowContrast(contrast.toFixed(1))}
            </p>
          )}
        </div>
      </div>
      <CheckInput
        label={texts.rosette}
        checked={template.rosette !== false}
        onChange={(on) => set(['rosette'], on)}
      />
      <details>
        <summary>{texts.otherLines}</summary>
        <TextInput
          label={texts.subtitle}
          value={template.subtitle ?? ''}
          onCommit={(text) => set(['subtitle'], optional(text))}
        />
        {template.number !== undefined && (
          <TextInput
            label={texts.numberLabel}
            value={template.number.label ?? ''}
            onCommit={needed(['number', 'label'])}
          />
        )}
        <TextInput
          rows={2}
          label={texts.statement}
          value={template.statement ?? ''}
          onCommit={(text) => set(['statement'], optional(text))}
        />
        <div className="owd-pair">
          <TextInput
            label={texts.signatureLabel}
            value={template.signature?.label ?? '发证机关'}
            onCommit={needed(['signature', 'label'])}
          />
          <TextInput
            label={texts.dateLabel}
            value={template.signature?.dateLabel ?? '发证日期'}
            onCommit={needed(['signature', 'dateLabel'])}
          />
        </div>
        <div className="owd-pair">
          <TextInput
            label={texts.qrCaption}
            value={template.qr?.caption ?? '扫描二维码核验证照'}
            onCommit={needed(['qr', 'caption'])}
          />
          <TextInput
            label={texts.identifierLabel}
            value={template.identifier?.label ?? '证照标识'}
            onCommit={needed(['identifier', 'label'])}
          />
        </div>
        <TextInput
          label={texts.footer}
          value={template.footer ?? ''}
          onCommit={(text) => set(['footer'], optional(text))}
        />
      </details>
    </section>
  );
}

/** A colour from a list of named ones; one that was written by hand is offered as it is. */
function ColourChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { locale } = useDesigning();
  const { colours } = licenseTexts[locale];
  const value = props.value.toLowerCase();
  return (
    <div className="owd-colour">
      <ChoiceInput
        label={props.label}
        value={value}
        choices={Object.entries(colours).map(([colour, label]) => ({ value: colour, label }))}
        onChange={props.onChange}
      />
      <svg width="24" height="24" aria-hidden="true">
        <rect width="24" height="24" rx="4" fill={value} />
      </svg>
    </div>
  );
}

import { Alert, Empty } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { yamlProblem } from '../model/manifest.ts';
import { readYamlMap } from '../model/yamlEdit.ts';
import { Place } from '../panel/Place.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { PartRules } from '../rules/PartRules.tsx';
import { rulesTexts } from '../rules/rulesTexts.ts';
import { FieldList } from './FieldList.tsx';
import { LicensePreviewPane } from './LicensePreviewPane.tsx';
import { LicenseSignatures, type WrittenPicture } from './LicenseSignatures.tsx';
import { licenseOf } from './licenseSources.ts';
import { licenseTexts } from './licenseTexts.ts';
import { PageEditor, type WrittenTemplate } from './PageEditor.tsx';
import { useValueNames } from './useValueNames.ts';
import './license.css';

/** What is set once for a type of license. */
const moreParts = [
  'type',
  'typeCode',
  'numberFrom',
  'holderFrom',
  'otherHolders',
  'renewal',
  'remindBeforeExpiry',
] as const;

/** How the license looks: edited beside the very drawing that will be printed. */
export default function LicenseTab() {
  const { editor, manifest, files, locale } = useDesigning();
  const texts = licenseTexts[locale];
  const { nameOf } = useValueNames();
  const license = licenseOf(manifest);
  const file = license?.template ?? 'license.yaml';
  const text = files.get(file);
  if (license === undefined || text === undefined)
    return <Empty className="owd-main" description={texts.noLicense} />;
  if (yamlProblem(text) !== null)
    return <Alert className="owd-main" type="error" showIcon title={texts.fileBroken} />;
  const template = readYamlMap(text) as WrittenTemplate;
  const fields = Array.isArray(template.fields) ? template.fields : [];
  const written = (template as { readonly pictures?: unknown }).pictures;
  const pictures: readonly WrittenPicture[] = Array.isArray(written) ? written : [];
  return (
    <div className="owd-license">
      <div className="owd-main">
        <Place at="license">
          <section aria-labelledby="owd-license-data">
            <h2 id="owd-license-data">{texts.data}</h2>
            <TextPair
              label={texts.licenseName}
              value={license.name}
              onCommit={(language, value) => editor.setManifest(['license', 'name', language], value)}
            />
            <TextInput
              label={texts.numberFormat}
              value={license.numberFormat ?? ''}
              help={texts.numberFormatHelp}
              onCommit={(value) => editor.setManifest(['license', 'numberFormat'], value)}
            />
            <Validity />
            <PartRules title={rulesTexts[locale].licenseRules} path={['license']} parts={moreParts} />
          </section>
        </Place>
        <PageEditor file={file} template={template} />
        <FieldList file={file} fields={fields} columns={template.columns ?? 1} />
        <LicenseSignatures file={file} pictures={pictures} orientation={template.page?.orientation} />
      </div>
      <div className="owd-side">
        <LicensePreviewPane
          file={file}
          template={text}
          fields={fields}
          pictures={pictures}
          orientation={template.page?.orientation}
          labelOf={(key) => nameOf(`fields.${key}`)}
        />
      </div>
    </div>
  );
}

/** For how long it holds; what the decision says is written in pack.yaml. */
function Validity() {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = licenseTexts[locale];
  const validity = licenseOf(manifest)?.validity as
    | { value?: number; unit?: string; asDecided?: unknown }
    | string
    | undefined;
  const kind =
    validity === 'long-term'
      ? 'long'
      : typeof validity === 'object' && validity.asDecided !== undefined
        ? 'decided'
        : 'time';
  const { value = 5, unit = 'year' } = typeof validity === 'object' ? validity : {};
  const path = ['license', 'validity'] as const;
  return (
    <Place at="license.validity">
      <fieldset className="owd-validity">
        <legend>{texts.validity}</legend>
        <select
          aria-label={texts.validity}
          value={kind}
          disabled={readOnly || kind === 'decided'}
          onChange={(event) =>
            editor.setManifest(path, event.target.value === 'long' ? 'long-term' : { value: 5, unit: 'year' })
          }
        >
          <option value="time">{texts.forSo}</option>
          <option value="long">{texts.longTerm}</option>
          {kind === 'decided' && <option value="decided">{texts.asDecided}</option>}
        </select>
        {kind === 'time' && (
          <>
            <input
              type="number"
              min={1}
              max={100}
              aria-label={said(texts.validity, texts.amount, locale)}
              value={value}
              disabled={readOnly}
              onChange={(event) => {
                const typed = Math.trunc(Number(event.target.value));
                if (typed >= 1 && typed <= 100) editor.setManifest([...path, 'value'], typed);
              }}
            />
            <select
              aria-label={said(texts.validity, texts.unit, locale)}
              value={unit}
              disabled={readOnly}
              onChange={(event) => editor.setManifest([...path, 'unit'], event.target.value)}
            >
              {(['day', 'month', 'year'] as const).map((entry) => (
                <option key={entry} value={entry}>
                  {texts.units[entry]}
                </option>
              ))}
            </select>
          </>
        )}
      </fieldset>
    </Place>
  );
}

import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { MANIFEST } from '../model/manifest.ts';
import type { WrittenField } from './FieldList.tsx';
import { freeKey } from './freeKey.ts';
import { boundTo, licenseOf, offeredSources, sourceOf } from './licenseSources.ts';
import { licenseTexts } from './licenseTexts.ts';
import { placeholdersIn } from './pieces.ts';
import { useValueNames } from './useValueNames.ts';

interface AddFieldProps {
  readonly file: string;
  readonly fields: readonly WrittenField[];
}

/** Adds a field to the license: one already taken from the case, one of any form (taken and placed in one step), or license data. */
export function AddField({ file, fields }: AddFieldProps) {
  const { editor, manifest, files, locale, readOnly } = useDesigning();
  const texts = licenseTexts[locale];
  const id = useId();
  const [picked, setPicked] = useState('');
  const { nameOf, choices } = useValueNames();
  const bound = licenseOf(manifest)?.fields ?? {};
  const sources = useMemo(() => offeredSources(manifest, files), [manifest, files]);
  const shown = new Set(fields.flatMap(({ value }) => placeholdersIn(value ?? '')));
  const unplaced = Object.keys(bound).filter((key) => !shown.has(`fields.${key}`));
  const taken = new Set(Object.values(bound).map(sourceOf));
  const free = sources.filter(
    ({ source, type }) => !taken.has(source) && type !== 'file' && type !== 'datagrid',
  );
  const place = (label: string, value: string) => editor.insertYaml(file, ['fields'], { label, value });
  const add = () => {
    const source = free.find((entry) => entry.source === picked);
    if (source !== undefined) {
      const key = freeKey(source.key, bound);
      editor.together(() => {
        editor.setYaml(MANIFEST, ['license', 'fields', key], boundTo(source));
        place(source.label, `{{fields.${key}}}`);
      });
    } else if (picked !== '') place(nameOf(picked), `{{${picked}}}`);
    setPicked('');
  };
  const steps = [...new Set(free.map(({ step }) => step))];
  return (
    <div className="owd-add-field">
      {unplaced.length > 0 && (
        <ul aria-label={texts.unplaced}>
          {unplaced.map((key) => {
            const name = nameOf(`fields.${key}`);
            return (
              <li key={key} data-place={`license.fields.${key}`}>
                {name}
                <Button
                  size="small"
                  disabled={readOnly}
                  aria-label={sayAbout(locale, texts.place, name)}
                  onClick={() => place(name, `{{fields.${key}}}`)}
                >
                  {texts.place}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="owd-field">
        <label htmlFor={id}>{texts.addFrom}</label>
        <div className="owd-insert">
          <select
            id={id}
            value={picked}
            disabled={readOnly}
            onChange={(event) => setPicked(event.target.value)}
          >
            <option value="" />
            <optgroup label={texts.groupLicense}>
              {choices
                .filter(({ group }) => group === 'license')
                .map(({ path, name }) => (
                  <option key={path} value={path}>
                    {name}
                  </option>
                ))}
            </optgroup>
            {steps.map((step) => (
              <optgroup
                key={step ?? ''}
                label={
                  step === null
                    ? texts.groupForm
                    : texts.groupStep(manifest.steps?.[step]?.name?.[locale] ?? step)
                }
              >
                {free
                  .filter((entry) => entry.step === step)
                  .map(({ source, label, english }) => (
                    <option key={source} value={source}>
                      {locale === 'en' ? english : label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          <Button disabled={readOnly || picked === ''} onClick={add}>
            {texts.add}
          </Button>
        </div>
      </div>
    </div>
  );
}

import { Alert } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { labelOf } from './checkForm.ts';
import { useFormEditing } from './FormEditing.ts';
import {
  hasDescription,
  hasLabel,
  hasOptions,
  mayBeRequired,
  type Setting,
  settingsOf,
} from './fieldSettings.ts';
import { findFieldUses, renameField } from './fieldUses.ts';
import { isJson, keysOf } from './formOutline.ts';
import { type JsonPath, setInForm } from './formText.ts';
import { formTexts } from './formTexts.ts';
import { LicenseTypesInput } from './LicenseTypesInput.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';
import { ShowWhen } from './ShowWhen.tsx';
import { UseLines } from './UseLines.tsx';

/** Everything that can be set at the chosen component; of the form itself where none is chosen. */
export function FieldPanel() {
  const { locale } = useDesigning();
  const { selected, form, text, write } = useFormEditing();
  const texts = formTexts[locale];
  return (
    <section
      className="owd-panel owd-formpanel"
      aria-label={selected === null ? texts.formProperties : texts.properties}
      key={selected?.path.join('.') ?? ''}
    >
      {selected === null ? <FormItself form={form} text={text} write={write} /> : <Field />}
    </section>
  );
}

function FormItself({
  form,
  text,
  write,
}: Pick<ReturnType<typeof useFormEditing>, 'form' | 'text' | 'write'>) {
  const { locale } = useDesigning();
  const texts = formTexts[locale];
  return (
    <>
      <h2>{texts.formProperties}</h2>
      <TextInput
        label={texts.title}
        value={typeof form['title'] === 'string' ? form['title'] : ''}
        onCommit={(title) => write(setInForm(text, ['title'], title))}
      />
      <TextInput
        label={texts.titleEn}
        value={labelOf(form, 'en')}
        onCommit={(title) => write(setInForm(text, ['properties', 'en'], title === '' ? undefined : title))}
      />
    </>
  );
}

function Field() {
  const { editor, files, locale } = useDesigning();
  const { path, form, selected, select, setPart } = useFormEditing();
  const texts = formTexts[locale];
  const [badKey, setBadKey] = useState(false);
  // Reads every YAML file of the pack: once a state of the files, behind what was asked for.
  const [looked, about] = [useDeferredValue(files), useDeferredValue(selected)];
  const uses = useMemo(
    () => (about === null || about.isLayout ? [] : findFieldUses(looked, path, about.dataPath)),
    [looked, path, about],
  );
  if (selected === null) return null;
  const { component, type, key, dataPath, isLayout } = selected;
  const settings = (settingsOf[type] ?? []).filter(
    ({ only }) => only === undefined || readPart(component, ['properties', only.property]) === only.value,
  );
  const main = settings.filter(
    ({ kind }) => kind === 'format' || kind === 'lines' || kind === 'licenseTypes',
  );
  const further = settings.filter((setting) => !main.includes(setting));
  const rename = (to: string) => {
    const right = /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(to) && !keysOf(form).has(to);
    setBadKey(!right);
    if (!right) return;
    if (isLayout) return setPart(['key'], to);
    const changed = renameField(files, path, dataPath, to);
    editor.together(() => {
      for (const [file, text] of changed) editor.setText(file, text);
    });
    select(selected.path);
  };
  const setLabel = (text: string) => {
    // Sections show their title, fields their label; whatever stands there follows.
    if (type === 'panel') setPart(['title'], text);
    setPart(['label'], text);
  };
  return (
    <>
      <h2>
        {texts.types[type] ?? type}
        <span>{selected.label}</span>
      </h2>
      {hasLabel(type) && (
        <>
          <TextInput
            label={texts.label}
            value={labelOf(component, 'zh-CN')}
            onCommit={(text) => editor.together(() => setLabel(text))}
          />
          <TextInput
            label={texts.labelEn}
            value={labelOf(component, 'en')}
            onCommit={(text) => setPart(['properties', 'en'], text)}
          />
        </>
      )}
      {mayBeRequired(type) && (
        <CheckInput
          label={type === 'checkbox' ? texts.mustTick : texts.required}
          checked={readPart(component, ['validate', 'required']) === true}
          onChange={(on) => setPart(['validate', 'required'], on ? true : undefined)}
        />
      )}
      {hasOptions(type) && <OptionsEditor />}
      {main.map((setting) => (
        <SettingInput key={setting.word} setting={setting} />
      ))}
      <ShowWhen key={key} />
      <details>
        <summary>{texts.more}</summary>
        {hasDescription(type) && (
          <>
            <TextInput
              label={texts.description}
              rows={2}
              value={String(component['description'] ?? '')}
              onCommit={(text) => setPart(['description'], text)}
            />
            <TextInput
              label={texts.descriptionEn}
              rows={2}
              value={String(readPart(component, ['properties', 'en.description']) ?? '')}
              onCommit={(text) => setPart(['properties', 'en.description'], text)}
            />
          </>
        )}
        {further.map((setting) => (
          <SettingInput key={setting.word} setting={setting} />
        ))}
        {!isLayout && (
          <CheckInput
            label={texts.disabled}
            checked={component['disabled'] === true}
            onChange={(on) => setPart(['disabled'], on ? true : undefined)}
          />
        )}
        <TextInput label={texts.key} value={key} help={texts.keyHelp} onCommit={rename} />
        {badKey && <Alert type="error" showIcon title={texts.keyBad} />}
      </details>
      {!isLayout && (
        <details open={uses.length > 0 && uses.length < 4}>
          <summary>{aside(locale, texts.uses, uses.length)}</summary>
          {uses.length === 0 ? <p className="owd-help">{texts.usedNowhere}</p> : <UseLines uses={uses} />}
        </details>
      )}
    </>
  );
}

function SettingInput({ setting }: { readonly setting: Setting }) {
  const { locale } = useDesigning();
  const { selected, setPart } = useFormEditing();
  const texts = formTexts[locale];
  const { word, kind, path } = setting;
  const label = texts[word];
  const value = selected === null ? undefined : readPart(selected.component, path);
  if (kind === 'tick') {
    return (
      <CheckInput
        label={label}
        checked={value === true}
        onChange={(on) => setPart(path, on ? true : undefined)}
      />
    );
  }
  if (kind === 'licenseTypes')
    return (
      <LicenseTypesInput label={label} value={String(value ?? '')} onChange={(text) => setPart(path, text)} />
    );
  if (kind === 'format') {
    return (
      <ChoiceInput
        label={label}
        value={String(value ?? '')}
        empty={texts.formats[''] ?? ''}
        choices={Object.entries(texts.formats)
          .filter(([format]) => format !== '')
          .map(([format, words]) => ({ value: format, label: words }))}
        onChange={(format) => setPart(path, format)}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={String(value ?? '')}
      {...(kind === 'lines' ? { rows: 4 } : {})}
      onCommit={(text) => {
        if (kind !== 'number') return setPart(path, text);
        const number = Number(text);
        if (text.trim() === '') setPart(path, undefined);
        else if (Number.isFinite(number)) setPart(path, number);
      }}
    />
  );
}

function readPart(component: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, part) => (isJson(value) ? value[String(part)] : undefined), component);
}

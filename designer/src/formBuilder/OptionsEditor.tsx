import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { useFormEditing } from './FormEditing.ts';
import { isJson, type Json } from './formOutline.ts';
import { formTexts } from './formTexts.ts';

interface Row {
  readonly value: string;
  readonly label: string;
  readonly en: string;
}

/** The answers to choose from: value, Chinese and English of each; many at once can be pasted from a spreadsheet. */
export function OptionsEditor() {
  const { locale, readOnly, editor } = useDesigning();
  const { selected, setPart } = useFormEditing();
  const texts = formTexts[locale];
  const component = selected?.component ?? {};
  const path = component['type'] === 'select' ? ['data', 'values'] : ['values'];
  const kept = readRows(component);
  const [rows, setRows] = useState(kept);
  const [pasting, setPasting] = useState(false);
  const asText = JSON.stringify(kept);
  useEffect(() => setRows(JSON.parse(asText) as Row[]), [asText]);
  const right =
    rows.length > 0 &&
    new Set(rows.map(({ value }) => value)).size === rows.length &&
    rows.every(({ value, label }) => /^[^\s.[\]/~]{1,100}$/.test(value) && label.trim() !== '');
  const commit = (next: readonly Row[]) => {
    setRows([...next]);
    const sound =
      next.length > 0 &&
      new Set(next.map(({ value }) => value)).size === next.length &&
      next.every(({ value, label }) => /^[^\s.[\]/~]{1,100}$/.test(value) && label.trim() !== '');
    if (!sound || JSON.stringify(next) === asText) return;
    const old = new Map(rawOptions(component).map((option) => [String(option['value']), option]));
    const properties = isJson(component['properties']) ? component['properties'] : {};
    editor.together(() => {
      setPart(
        path,
        next.map(({ value, label, en }) => {
          // Where the English stood in `properties`, it stays there.
          const { en: _, ...rest } = old.get(value) ?? {};
          const elsewhere = properties[`en.${value}`] === en;
          return { ...rest, value, label, ...(en === '' || elsewhere ? {} : { en }) };
        }),
      );
    });
  };
  const put = (at: number, change: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const swap = (at: number) =>
    commit(
      rows.map((row, index) =>
        index === at - 1 ? (rows[at] ?? row) : index === at ? (rows[at - 1] ?? row) : row,
      ),
    );
  return (
    <fieldset className="owd-outcomes owd-options" onBlur={() => commit(rows)}>
      <legend>{texts.options}</legend>
      <ul>
        {rows.map((row, at) => (
          <li key={at} aria-label={texts.option(at + 1)}>
            {(['value', 'label', 'en'] as const).map((part) => (
              <Input
                key={part}
                size="small"
                readOnly={readOnly}
                aria-label={`${texts.option(at + 1)} ${part === 'value' ? texts.optionValue : part === 'label' ? texts.optionLabel : texts.optionEn}`}
                placeholder={
                  part === 'value' ? texts.optionValue : part === 'label' ? texts.optionLabel : texts.optionEn
                }
                value={row[part]}
                onChange={(event) => put(at, { [part]: event.target.value })}
              />
            ))}
            <Button
              size="small"
              disabled={readOnly || at === 0}
              aria-label={sayAbout(locale, texts.up, row.label || texts.option(at + 1))}
              onClick={() => swap(at)}
            >
              ↑
            </Button>
            <Button
              size="small"
              disabled={readOnly || rows.length === 1}
              aria-label={sayAbout(locale, texts.remove, row.label || texts.option(at + 1))}
              onClick={() => commit(rows.filter((_, index) => index !== at))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      {!right && <Alert type="warning" title={texts.optionsBad} />}
      {!readOnly && (
        <div className="owd-buttons">
          <Button size="small" onClick={() => setRows([...rows, { value: '', label: '', en: '' }])}>
            {texts.addOption}
          </Button>
          <Button size="small" type="text" onClick={() => setPasting(!pasting)}>
            {texts.pasteOptions}
          </Button>
        </div>
      )}
      {pasting && (
        <Input.TextArea
          rows={4}
          aria-label={texts.pasteOptions}
          onBlur={(event) => {
            const pasted = readPasted(event.target.value);
            if (pasted.length > 0) commit(pasted);
            setPasting(false);
          }}
        />
      )}
    </fieldset>
  );
}

/** Lines of `value,Chinese,English`, by comma or tab. */
function readPasted(text: string): Row[] {
  return text
    .split('\n')
    .map((line) => line.split(/[\t,，]/).map((part) => part.trim()))
    .filter(([value]) => value !== undefined && value !== '')
    .map(([value = '', label = value, en = '']) => ({ value, label, en }));
}

function rawOptions(component: Json): Json[] {
  const data = isJson(component['data']) ? component['data']['values'] : undefined;
  const values = component['type'] === 'select' ? data : component['values'];
  return Array.isArray(values) ? values.filter(isJson) : [];
}

function readRows(component: Json): Row[] {
  const properties = isJson(component['properties']) ? component['properties'] : {};
  return rawOptions(component).map((option) => {
    const value = String(option['value'] ?? '');
    const english = option['en'] ?? properties[`en.${value}`];
    return { value, label: String(option['label'] ?? ''), en: typeof english === 'string' ? english : '' };
  });
}

import { Button } from 'antd';
import { useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { licenseTexts } from './licenseTexts.ts';
import { fromTokens, onlyPlaceholder, toTokens } from './pieces.ts';
import { useValueNames } from './useValueNames.ts';

interface ValueEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const COMPOSED = '*';

/** What a field shows: one value chosen from a list, or several composed with words between; no braces are typed. */
export function ValueEditor({ label, value, onChange }: ValueEditorProps) {
  const { locale, readOnly } = useDesigning();
  const texts = licenseTexts[locale];
  const { nameOf, byName, choices } = useValueNames();
  const id = useId();
  const only = onlyPlaceholder(value);
  const [composing, setComposing] = useState(false);
  const composed = composing || only === null;
  const [inserted, setInserted] = useState(choices[0]?.path ?? '');
  return (
    <div className="owd-value">
      <div className="owd-field">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          disabled={readOnly}
          value={composed ? COMPOSED : (only ?? '')}
          onChange={(event) => {
            if (event.target.value === COMPOSED) return setComposing(true);
            setComposing(false);
            onChange(`{{${event.target.value}}}`);
          }}
        >
          {only !== null && !choices.some(({ path }) => path === only) && (
            <option value={only}>{only}</option>
          )}
          {(['form', 'license'] as const).map((group) => (
            <optgroup key={group} label={group === 'form' ? texts.groupForm : texts.groupLicense}>
              {choices
                .filter((choice) => choice.group === group)
                .map(({ path, name }) => (
                  <option key={path} value={path}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value={COMPOSED}>{texts.custom}</option>
        </select>
      </div>
      {composed && (
        <div className="owd-compose">
          <TextInput
            label={said(label, texts.customText, locale)}
            value={toTokens(value, nameOf)}
            onCommit={(text) => {
              const written = fromTokens(text, byName);
              if (written.trim() !== '') onChange(written);
            }}
          />
          <div className="owd-insert">
            <select
              aria-label={said(label, texts.insertWhat, locale)}
              value={inserted}
              disabled={readOnly}
              onChange={(event) => setInserted(event.target.value)}
            >
              {choices.map(({ path, name }) => (
                <option key={path} value={path}>
                  {name}
                </option>
              ))}
            </select>
            <Button
              size="small"
              disabled={readOnly}
              aria-label={said(texts.insert, label, locale)}
              onClick={() => onChange(`${value}{{${inserted}}}`)}
            >
              {texts.insert}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

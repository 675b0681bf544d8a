import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChangingOutcome, DecisionPart } from '../api/appeals.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import './parts.css';

/** Which parts of the decision are changed, and what they say from now on; left empty where a part falls away. */
export function PartFields(props: {
  outcome: ChangingOutcome;
  known: readonly DecisionPart[];
  parts: Readonly<Record<string, string>>;
  onChange: (parts: Record<string, string>) => void;
}) {
  const { outcome, known, parts, onChange } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (known.length === 0)
    return outcome === 'revokedInPart' ? <p className="ow-muted">{t('appeal.parts.none')}</p> : null;
  const toggle = ({ key, value }: DecisionPart, on: boolean) => {
    const { [key]: _dropped, ...rest } = parts;
    onChange(on ? { ...rest, [key]: outcome === 'revokedInPart' ? '' : value } : rest);
  };
  return (
    <fieldset className="ow-parts">
      <legend>{t(`appeal.parts.title.${outcome}`)}</legend>
      <p className="ow-small ow-muted">{t(`appeal.parts.help.${outcome}`)}</p>
      {known.map((part) => {
        const after = parts[part.key];
        return (
          <div key={part.key}>
            <Checkbox checked={after !== undefined} onChange={(event) => toggle(part, event.target.checked)}>
              {say(part.label)}
            </Checkbox>
            <span className="ow-small ow-muted">
              {part.value === '' ? t('appeal.parts.empty') : part.value}
            </span>
            {after === undefined ? null : (
              <Field
                id={`appeal-part-${part.key}`}
                label={t(`appeal.parts.after.${outcome}`, { part: say(part.label) })}
                {...(outcome === 'revokedInPart' ? { hint: t('appeal.parts.fallsAway') } : {})}
              >
                <Input.TextArea
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  maxLength={2000}
                  value={after}
                  onChange={(event) => onChange({ ...parts, [part.key]: event.target.value })}
                />
              </Field>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

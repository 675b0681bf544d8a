import { Button } from 'antd';
import { useContext } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { FeeWay, hiddenInFee } from './FeeWay.tsx';
import { newValue } from './newValue.ts';
import { patternOf } from './PackSchema.ts';
import { rulesTexts } from './rulesTexts.ts';
import { FieldWithin, type LabelledField, type SchemaFieldProps } from './SchemaFieldProps.ts';

/** Several fields that belong together; what may be left out is set up by a button. */
export function GroupField(props: LabelledField) {
  const { editor, locale, readOnly } = useDesigning();
  const texts = rulesTexts[locale];
  const { node, path, value, required, label } = props;
  if (typeof value !== 'object' || value === null)
    return (
      <Button
        size="small"
        disabled={readOnly}
        onClick={() =>
          editor.setManifest(path, newValue(node, { text: texts.newText, words: texts.newWords }))
        }
      >
        {texts.setUp(label)}
      </Button>
    );
  return (
    <fieldset className="owd-outcomes">
      <legend>{label}</legend>
      <GroupFields {...props} />
      {!required && !readOnly && (
        <Button
          size="small"
          aria-label={texts.takeOf(label)}
          onClick={() => editor.setManifest(path, undefined)}
        >
          {texts.take}
        </Button>
      )}
    </fieldset>
  );
}

/** The fields of a group, without a frame. */
export function GroupFields({ node, path, value }: SchemaFieldProps) {
  const Field = useContext(FieldWithin);
  const written = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isFee = patternOf(path) === 'fees.[]';
  const hidden = isFee ? hiddenInFee(written) : [];
  return (
    <div className="owd-rule-grid">
      {isFee && <FeeWay path={path} fee={written} />}
      {Object.entries(node.properties ?? {})
        .filter(([name]) => !hidden.includes(name))
        .map(([name, child]) => (
          <Field
            key={name}
            node={child}
            path={[...path, name]}
            value={written[name]}
            required={node.required?.includes(name) === true && child.default === undefined}
          />
        ))}
    </div>
  );
}

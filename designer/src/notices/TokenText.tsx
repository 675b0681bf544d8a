import { noticePlaceholders } from '@onewindow/processes/choices';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { fromTokens, placeholdersIn, toTokens } from '../license/pieces.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { noticeTexts } from './noticeTexts.ts';

interface TokenTextProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly onCommit: (value: string) => void;
}

/** A text with values of the case in it, shown by name: 〔申请人〕. They are chosen from a list; no braces are typed. */
export function TokenText({ label, value, rows, onCommit }: TokenTextProps) {
  const { locale, readOnly } = useDesigning();
  const texts = noticeTexts[locale];
  const id = useId();
  const [picked, setPicked] = useState<string>(noticePlaceholders[0]);
  const names = new Map(Object.entries(texts.placeholders).map(([path, name]) => [name, path]));
  const unknown = placeholdersIn(value).filter((name) => !Object.hasOwn(texts.placeholders, name));
  return (
    <div>
      <TextInput
        label={label}
        value={toTokens(value, (path) => texts.placeholders[path] ?? path)}
        onCommit={(text) => onCommit(fromTokens(text, names))}
        {...(rows === undefined ? {} : { rows })}
      />
      {unknown.length > 0 && (
        <p role="alert" className="owd-warning">
          {texts.unknownNames(unknown.join('、'))}
        </p>
      )}
      <div className="owd-insert owd-insert-small">
        <select
          id={id}
          aria-label={texts.insertWhat(label)}
          value={picked}
          disabled={readOnly}
          onChange={(event) => setPicked(event.target.value)}
        >
          {noticePlaceholders.map((name) => (
            <option key={name} value={name}>
              {texts.placeholders[name]}
            </option>
          ))}
        </select>
        <Button
          size="small"
          disabled={readOnly}
          aria-label={sayAbout(locale, texts.insert, label)}
          onClick={() =>
            onCommit(`${value.replace(/\n$/, '')}{{${picked}}}${value.endsWith('\n') ? '\n' : ''}`)
          }
        >
          {texts.insert}
        </Button>
      </div>
    </div>
  );
}

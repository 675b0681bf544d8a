import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';

/** Names offered at once; typing on narrows the choice. */
const OFFERED = 8;

interface SayFieldProps {
  readonly label: string;
  readonly send: string;
  /** Names that may be mentioned by `@`, and what the choice of them is called. */
  readonly mention: { readonly names: readonly string[]; readonly label: string };
  /** Rejects when it did not come through: then the words stay. */
  readonly onSend: (text: string) => Promise<unknown>;
}

/** A few words and the button that sends them; what could not be sent stays. */
export function SayField({ label, send, mention, onSend }: SayFieldProps) {
  const id = useId();
  const { locale } = useDesigning();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await onSend(text.trim());
      setText('');
    } catch {
      // The host has told why.
    } finally {
      setBusy(false);
    }
  };
  // Offered as soon as there is an @ and what follows it still fits.
  const begun = /@([^@\s]*)$/.exec(text)?.[1];
  const fitting =
    begun === undefined
      ? []
      : mention.names.filter((name) => name.startsWith(begun) && name !== begun).slice(0, OFFERED);
  const put = (name: string) => {
    setText(text.replace(/@[^@\s]*$/, `@${name} `));
    document.getElementById(id)?.focus();
  };
  return (
    <div className="owd-say">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && text.trim() !== '' && !busy) void go();
        }}
      />
      {fitting.length > 0 && (
        <div className="owd-buttons" role="group" aria-label={mention.label}>
          {fitting.map((name) => (
            <Button key={name} size="small" onClick={() => put(name)}>
              @{name}
            </Button>
          ))}
        </div>
      )}
      <Button size="small" disabled={text.trim() === ''} loading={busy} onClick={() => void go()}>
        {send}
        <span className="owd-hidden">{sayAbout(locale, '', label)}</span>
      </Button>
    </div>
  );
}

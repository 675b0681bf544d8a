import { Button, Input } from 'antd';
import { useId, useState } from 'react';

interface SayFieldProps {
  readonly label: string;
  readonly send: string;
  /** Rejects when it did not come through: then the words stay. */
  readonly onSend: (text: string) => Promise<unknown>;
}

/** A few words and the button that sends them; what could not be sent stays. */
export function SayField({ label, send, onSend }: SayFieldProps) {
  const id = useId();
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
      <Button size="small" disabled={text.trim() === ''} loading={busy} onClick={() => void go()}>
        {send}
        <span className="owd-hidden">：{label}</span>
      </Button>
    </div>
  );
}

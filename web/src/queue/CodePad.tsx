import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const codeLength = 8;
/** Without a key for so long the dispenser goes back to its first page, in milliseconds. */
const idle = 60_000;

/** Enters the code of an appointment or a skipped number by touch; a code scanner or keyboard types into the field. */
export function CodePad(props: {
  kind: 'checkIn' | 'return';
  groups: readonly string[];
  busy: boolean;
  problem: unknown;
  onDone: (text: string) => void;
  onBack: () => void;
}) {
  const { kind, groups, busy, problem, onDone, onBack } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = useRef(onBack);
  leave.current = onBack;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the time anew
  useEffect(() => {
    // Whoever walked away leaves nothing of theirs on the device.
    const timer = setTimeout(() => leave.current(), idle);
    return () => clearTimeout(timer);
  }, [text]);
  const complete = kind === 'checkIn' ? /^\d{8}$/.test(text) : /^[A-Z]\d{3,}$/i.test(text);
  const add = (part: string) => setText((before) => (before + part).slice(0, codeLength));
  return (
    <form
      className="ow-hall-pad"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (complete && !busy) onDone(text);
      }}
    >
      <h2>
        <label htmlFor="hall-code">{t(`queue.dispenser.${kind}Label`)}</label>
      </h2>
      <ProblemAlert error={problem} />
      <input
        id="hall-code"
        ref={field}
        className="ow-hall-code"
        autoComplete="off"
        inputMode="none"
        maxLength={codeLength}
        value={text}
        onChange={(event) => setText(event.target.value.trim().toUpperCase())}
      />
      <div className="ow-hall-keys">
        {(kind === 'return' ? groups : []).map((letter) => (
          <button key={letter} type="button" onClick={() => add(letter)}>
            {letter}
          </button>
        ))}
        {digits.map((digit) => (
          <button key={digit} type="button" onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" onClick={() => setText((before) => before.slice(0, -1))}>
          {t('queue.dispenser.erase')}
        </button>
      </div>
      <div className="ow-hall-row">
        <button type="button" className="ow-hall-action ow-hall-tile-plain" onClick={onBack}>
          {t('queue.dispenser.home')}
        </button>
        <button type="submit" className="ow-hall-action" disabled={!complete || busy}>
          {t('queue.dispenser.confirm')}
        </button>
      </div>
    </form>
  );
}

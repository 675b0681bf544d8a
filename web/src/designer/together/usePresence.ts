import { useEffect, useRef, useState } from 'react';
import { sayGone, sayPresent, type Together } from '../../api/drafts.ts';

/** How often it is said that the pack is open here, in milliseconds; the server counts 35 s of silence as gone. */
const every = 10_000;

/** Who else has the pack open, and whose unpublished work there is; null until it is known. */
export function usePresence(packCode: string, editing: boolean): Together | null {
  const [together, setTogether] = useState<Together | null>(null);
  const now = useRef(editing);
  now.current = editing;
  useEffect(() => {
    let left = false;
    const say = () => {
      // A hidden window says nothing: nobody is working in it.
      if (document.visibilityState === 'hidden') return;
      sayPresent(packCode, now.current).then(
        (answer) =>
          !left && setTogether((old) => (JSON.stringify(old) === JSON.stringify(answer) ? old : answer)),
        // Who is there is no reason to trouble anybody: the next word may come through.
        () => undefined,
      );
    };
    say();
    const timer = setInterval(say, every);
    return () => {
      left = true;
      clearInterval(timer);
      sayGone(packCode).catch(() => undefined);
    };
  }, [packCode]);
  return together;
}

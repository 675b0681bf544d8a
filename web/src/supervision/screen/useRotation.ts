import { useCallback, useEffect, useState } from 'react';

/** Milliseconds that a page of the screen is shown. */
const stay = 15_000;

/** Whether the person asked their machine for less movement. */
const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Which of `count` pages is shown: the next every quarter of a minute, unless it is held. ← and → turn, the space bar holds
 * and lets go. Whoever asked their machine for less movement turns by hand.
 */
export function useRotation(count: number) {
  const [at, setAt] = useState(0);
  const [held, setHeld] = useState(still);
  const turn = useCallback((by: number) => setAt((before) => (before + by + count) % count), [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page turned to by hand stays as long as any other
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => turn(1), stay);
    return () => clearTimeout(timer);
  }, [at, held, turn]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') turn(1);
      else if (event.key === 'ArrowLeft') turn(-1);
      else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement))
        setHeld((before) => !before);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [turn]);
  return { at, setAt, held, setHeld };
}

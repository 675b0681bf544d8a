import { useEffect, useRef } from 'react';
import type { ModelerEvent, ModelerLike } from './modelerTypes.ts';

/** Calls a function at each event of the modeler; nothing while there is none. */
export function useModelerEvent(
  modeler: ModelerLike | null,
  event: string,
  listener: (event: ModelerEvent) => void,
): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    if (modeler === null) return;
    const events = modeler.get('eventBus');
    const heard = (given: ModelerEvent) => {
      latest.current(given);
    };
    events.on([event], heard);
    return () => events.off([event], heard);
  }, [modeler, event]);
}

import { useEffect, useState } from 'react';
import type { Locale } from '../model/packFiles.ts';
import { outlineTexts } from '../outline/outlineTexts.ts';
import type { ModelerEvent, ModelerLike } from './modelerTypes.ts';

interface AnnouncementsProps {
  readonly modeler: ModelerLike;
  readonly locale: Locale;
}

/** Tells screen readers politely what was done to the process, and what was undone. */
export function Announcements({ modeler, locale }: AnnouncementsProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const events = modeler.get('eventBus');
    const texts = outlineTexts[locale].said;
    let told = false;
    const onSaid = ({ text = '' }: ModelerEvent) => setSaid(text);
    const onDone = ({ context }: ModelerEvent) => {
      if (context?.said === undefined) return;
      told = true;
      setSaid(context.said);
    };
    const onUndone = ({ context }: ModelerEvent) => {
      if (context?.said === undefined) return;
      told = true;
      setSaid(texts.undone(context.said));
    };
    const onChanged = ({ trigger }: ModelerEvent) => {
      if (!told && trigger === 'undo') setSaid(texts.undoneAny);
      if (!told && trigger === 'redo') setSaid(texts.redoneAny);
      told = false;
    };
    const heard = [
      ['pack.said', onSaid],
      ['commandStack.pack.together.executed', onDone],
      ['commandStack.pack.together.reverted', onUndone],
      ['commandStack.changed', onChanged],
    ] as const;
    for (const [event, listener] of heard) events.on([event], listener);
    return () => {
      for (const [event, listener] of heard) events.off([event], listener);
    };
  }, [modeler, locale]);
  return (
    <p className="owd-hidden" role="status" aria-live="polite" data-announced>
      {said}
    </p>
  );
}

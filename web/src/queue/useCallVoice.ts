import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { newCalls } from './newCalls.ts';

export type Voice = 'off' | 'on' | 'refused' | 'none';

/** Whether this screen speaks: kept on the device, for it is started again every morning. */
const storageKey = 'onewindow.screen.voice';

/**
 * Says the calls of a hall aloud, each twice, one after the other. A browser speaks only after somebody has touched the
 * page (or with its kiosk setting): until then the voice is `refused`, without any speech on the device `none`.
 */
export function useCallVoice(board: Board | undefined): { voice: Voice; turn: (on: boolean) => void } {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [voice, setVoice] = useState<Voice>(() => {
    if (!('speechSynthesis' in window)) return 'none';
    return localStorage.getItem(storageKey) === 'on' ? 'on' : 'off';
  });
  const said = useRef<ReadonlySet<string> | undefined>(undefined);

  const speak = useCallback(
    (text: string) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = language;
      words.rate = 0.9;
      words.onerror = ({ error }) => {
        if (error === 'not-allowed') setVoice('refused');
        else if (error === 'language-unavailable' || error === 'voice-unavailable') setVoice('none');
      };
      window.speechSynthesis.speak(words);
    },
    [language],
  );

  const calls = board?.calls;
  useEffect(() => {
    if (calls === undefined) return;
    const { keys, fresh } = newCalls(calls, said.current);
    said.current = keys;
    if (voice !== 'on') return;
    for (const call of fresh) {
      const text = t('queue.screen.spoken', { number: [...call.number].join(' '), counter: call.counter });
      speak(text);
      speak(text);
    }
  }, [calls, voice, speak, t]);

  const turn = useCallback(
    (on: boolean) => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      setVoice(on ? 'on' : 'off');
      if (on) speak(t('queue.screen.voiceBegins'));
      else window.speechSynthesis.cancel();
    },
    [speak, t],
  );
  return { voice, turn };
}

import type { PackComments, PackThread } from '@onewindow/designer';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  answerThread,
  beginThread,
  listPackColleagues,
  listThreads,
  readPackMentions,
  settleThread,
} from '../api/packThreads.ts';
import { mentionNames, mentionsIn } from '../comments/mentionsIn.ts';
import { useAction } from '../components/useAction.ts';

/** How often it is asked whether a colleague has said something, in milliseconds. */
const every = 30_000;

type Act =
  | { kind: 'begin'; element: string; elementName: string; text: string }
  | { kind: 'answer'; thread: string; text: string }
  | { kind: 'settle'; thread: string; resolved: boolean };

/** The comments on a pack; undefined until they have been read. */
export function useComments(packCode: string): PackComments | undefined {
  const client = useQueryClient();
  const queryKey = ['pack-threads', packCode];
  const threads = useQuery({ queryKey, queryFn: () => listThreads(packCode), refetchInterval: every }).data
    ?.items;
  const colleagues = useQuery({
    queryKey: ['pack-colleagues', packCode],
    queryFn: () => listPackColleagues(packCode),
    staleTime: 300_000,
  }).data?.items;
  const names = useMemo(() => mentionNames(colleagues ?? []), [colleagues]);
  const { mutateAsync } = useAction<Act, PackThread>({
    run: (act, key) => {
      if (act.kind === 'settle') return settleThread(packCode, act.thread, act.resolved);
      if (act.kind === 'answer')
        return answerThread(
          packCode,
          act.thread,
          { text: act.text, mentions: mentionsIn(act.text, names) },
          key,
        );
      const { element, elementName, text } = act;
      return beginThread(packCode, { element, elementName, text, mentions: mentionsIn(text, names) }, key);
    },
    done: async () => {
      await client.invalidateQueries({ queryKey });
    },
  });
  return useMemo(
    () =>
      threads && {
        threads,
        names: [...names.keys()],
        read: () =>
          readPackMentions(packCode).then(
            () => client.invalidateQueries({ queryKey: ['mentions'] }),
            // They stay unread until the next time.
            () => undefined,
          ),
        begin: (about) => mutateAsync({ kind: 'begin', ...about }),
        answer: (thread, text) => mutateAsync({ kind: 'answer', thread, text }),
        settle: (thread, resolved) => mutateAsync({ kind: 'settle', thread, resolved }),
      },
    [threads, names, mutateAsync, packCode, client],
  );
}

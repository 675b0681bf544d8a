import { newActionKey } from '../api/actionKey.ts';
import type { DeviceTransport, Operation, Reply } from './deviceProtocol.ts';

/** Where pages of one browser and the simulator page meet. */
const channelName = 'onewindow.devices';
/** A simulator that is open says so within this time, in milliseconds. */
const takesUp = 3_000;
const patience = 60_000;

type Message =
  | { kind: 'ask'; id: string; operation: Operation; parameters: object }
  | { kind: 'taken'; id: string }
  | { kind: 'reply'; id: string; reply: Reply };

/** The simulator page in another tab of this browser. */
export const channelTransport: DeviceTransport = (operation, parameters) =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName);
    const id = newActionKey();
    const settle = (reply: Reply) => {
      clearTimeout(timer);
      channel.close();
      resolve(reply);
    };
    let timer = setTimeout(() => settle({ ok: false, fault: 'absent' }), takesUp);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.id !== id) return;
      if (data.kind === 'reply') settle(data.reply);
      if (data.kind !== 'taken') return;
      clearTimeout(timer);
      timer = setTimeout(() => settle({ ok: false, fault: 'cancelled' }), patience);
    };
    channel.postMessage({ kind: 'ask', id, operation, parameters } satisfies Message);
  });

/** Answers as the devices would, until it is stopped. */
export function answerAsDevices(
  answer: (operation: Operation, parameters: object) => Promise<Reply>,
): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'ask') return;
    const { id } = data;
    channel.postMessage({ kind: 'taken', id } satisfies Message);
    void answer(data.operation, data.parameters).then((reply) =>
      channel.postMessage({ kind: 'reply', id, reply } satisfies Message),
    );
  };
  return () => channel.close();
}

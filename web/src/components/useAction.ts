import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { ActionKeys } from '../api/actionKey.ts';
import { useProblemText } from './useProblemText.ts';

export interface ActionOptions<Input, Output> {
  /** Does it, with the Idempotency-Key of this action of the user. */
  run: (input: Input, idempotencyKey: string) => Promise<Output>;
  done?: (output: Output, input: Input) => void | Promise<void>;
  /** Sentence that tells the success. */
  success?: string;
  /** Told the error; without it the error is shown as a message. */
  failed?: (error: unknown) => void;
}

/** One action of the user on the server: never done twice, its success or failure always told. */
export function useAction<Input, Output>(options: ActionOptions<Input, Output>) {
  const { message } = App.useApp();
  const words = useProblemText();
  const keys = useRef(new ActionKeys());
  return useMutation<Output, unknown, Input>({
    mutationFn: (input) => options.run(input, keys.current.keyFor(input)),
    onSuccess: async (output, input) => {
      keys.current.settle();
      if (options.success !== undefined) void message.success(options.success);
      await options.done?.(output, input);
    },
    onError: (error) => {
      keys.current.settle(error);
      if (options.failed !== undefined) options.failed(error);
      else void message.error({ content: words(error), duration: 6 });
    },
  });
}

import type { Worker } from 'node:worker_threads';

/** The one message of a thread that computes something and ends. Throws what it throws; Error when it ends without a message. */
export function answerOfThread<T>(thread: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread ended with ${code} and no answer`)));
  });
}

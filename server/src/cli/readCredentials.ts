import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** From the environment, or asked for where there is a terminal (the password is not shown); null where there is neither. */
export async function readCredentials(): Promise<Credentials | null> {
  const username = process.env['ONEWINDOW_USER'];
  const password = process.env['ONEWINDOW_PASSWORD'];
  if (username !== undefined && password !== undefined) return { username, password };
  if (!process.stdin.isTTY) return null;
  return {
    username: username ?? (await ask('用户名 user: ', false)),
    password: password ?? (await ask('密码 password: ', true)),
  };
}

async function ask(question: string, hidden: boolean): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = hidden ? silent : process.stderr;
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return (await terminal.question('')).trim();
  } finally {
    terminal.close();
    if (hidden) process.stderr.write('\n');
  }
}

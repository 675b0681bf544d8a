// Stops the children when their supervisor is gone without having stopped them (killed, crashed).
// It notices by the end of its standard input, which the supervisor alone holds open.
// Lines in: {"watch":{name,pid,identity}} | {"forget":pid} | {"done":true}
import { createInterface } from 'node:readline';
import { readProcessIdentity } from './processIdentity.js';

/** Milliseconds that one child may take to stop before it is killed. */
const PATIENCE = 15_000;
const STOP_ORDER = ['server', 'engine', 'store'];

/** @type {Map<number, {name: string, pid: number, identity: string}>} */
const watched = new Map();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line);
    if (message.watch) watched.set(message.watch.pid, message.watch);
    if (message.forget) watched.delete(message.forget);
    if (message.done) process.exit(0);
  })
  .on('close', stopAll);

async function stopAll() {
  const children = [...watched.values()].sort(
    (a, b) => STOP_ORDER.indexOf(a.name) - STOP_ORDER.indexOf(b.name),
  );
  for (const child of children) {
    const lives = () => readProcessIdentity(child.pid) === child.identity;
    if (!lives()) continue;
    process.kill(child.pid, 'SIGTERM');
    const until = Date.now() + PATIENCE;
    while (lives() && Date.now() < until) await new Promise((done) => setTimeout(done, 200));
    if (lives()) process.kill(child.pid, 'SIGKILL');
  }
  process.exit(0);
}

import { resolve } from 'node:path';
import { stopWithMessage } from '../console/consoleError.ts';
import { ROOT } from '../console/paths.ts';
import { formatDuration, step } from '../console/step.ts';
import { buildEngine } from '../prepare/buildEngine.ts';
import { buildWeb } from '../prepare/buildWeb.ts';
import { installStore } from '../prepare/installStore.ts';
import { findJava } from '../prerequisites/findJava.ts';
import { startStack } from '../stack/index.ts';
import { readPorts } from '../stack/ports.ts';
import type { ChildEvent } from '../stack/supervisedChild.ts';
import { drawTable } from './drawTable.ts';
import { readExternalParts } from './readExternalParts.ts';
import { readOptions } from './readOptions.ts';
import { stopOnSignal } from './stopOnSignal.ts';

try {
  await start();
} catch (failure) {
  stopWithMessage(failure);
}

async function start(): Promise<void> {
  const began = performance.now();
  const { engine } = readOptions(process.argv.slice(2), process.env);
  const ports = readPorts(process.env);
  const external = readExternalParts(process.env);
  const dataDir = resolve(ROOT, process.env['DATA_DIR'] || '.data');
  console.log('OneWindow 一窗');

  const cancelled = stopOnSignal();
  if (external.mongodbUri === undefined) await installStore();
  if (external.engine === undefined) {
    await buildEngine(engine);
    await findJava({ compiler: false });
  }
  await buildWeb();

  let ready = false;
  const stack = await startStack({
    dataDir,
    ports,
    engine,
    external,
    profile: process.env['PROFILE'] === 'prod' ? 'prod' : 'dev',
    onStart: (child, run) => step(child, run),
    onEvent: (child, event) => {
      if (ready) console.log(describeEvent(child, event));
    },
  });
  ready = true;
  if (cancelled.requested()) {
    await stack.stop();
    process.exit(130);
  }
  cancelled.stopWith(async () => {
    console.log('\nStopping: server, engine, store …');
    await stack.stop();
    console.log('Stopped. All data is kept in', dataDir);
  });
  console.log(
    drawTable({
      address: stack.settings['PUBLIC_BASE_URL'] ?? stack.serverUrl,
      dataDir,
      demo: stack.settings['DEMO_DATA'] === 'true',
    }),
  );
  console.log(
    `Ready after ${formatDuration(performance.now() - began)}. Ctrl-C stops everything; logs are in ${dataDir}/logs`,
  );
}

function describeEvent(child: string, event: ChildEvent): string {
  const at = new Date().toISOString();
  if (event.type === 'died')
    return `${at} ${child} died (${event.how}); restarting in ${event.restartIn / 1000} s`;
  if (event.type === 'hung') return `${at} ${child} no longer answers; restarting it`;
  if (event.type === 'started') return `${at} ${child} started (process ${event.pid})`;
  return `${at} ${child} answers again`;
}

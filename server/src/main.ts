import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startBackground } from './app/background.ts';
import { createAppContext } from './app/createAppContext.ts';
import { prepareInstallation } from './app/prepareInstallation.ts';
import { ConfigError } from './config/configError.ts';
import { loadConfig } from './config/loadConfig.ts';
import { createHttpApp } from './http/createHttpApp.ts';
import { drainable } from './http/drainServer.ts';
import { openHouse } from './rehearsal/openHouse.ts';

// The server process: reads its configuration from the environment, serves, and on SIGTERM drains before it ends.
try {
  const config = loadConfig(process.env);
  const app = await createAppContext(config);
  await prepareInstallation(app);
  app.rehearsals = openHouse(app);
  const http = createHttpApp(app);
  const server =
    config.TLS_KEY !== undefined && config.TLS_CERT !== undefined
      ? createHttpsServer({ key: readFileSync(config.TLS_KEY), cert: readFileSync(config.TLS_CERT) }, http)
      : createHttpServer(http);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  app.drawing.warmUp();
  const background = config.BACKGROUND ? startBackground(app) : undefined;
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', port: (server.address() as AddressInfo).port })}\n`,
  );

  const drain = drainable(server, 15_000);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    await Promise.all([drain(), background?.stop()]);
    await app.rehearsals?.stop();
    await app.drawing.close();
    await app.connection.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(error instanceof ConfigError ? 78 : 1);
}

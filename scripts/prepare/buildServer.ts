import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../console/paths.ts';
import { step } from '../console/step.ts';
import { withBuildLock } from './buildLock.ts';
import { buildModules } from './buildModules.ts';
import { hashSources } from './hashSources.ts';

const FOLDER = join(CACHE, 'server');
const SOURCES = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  ...['clocks', 'engine', 'forms', 'processes', 'server', 'signing'].flatMap((name) => [
    `${name}/package.json`,
    `${name}/src`,
  ]),
];

/** The server as plain JavaScript, built when its sources changed: the module that it begins with. */
export function buildServer(): Promise<string> {
  return withBuildLock(async () => {
    const folder = join(FOLDER, hashSources(SOURCES).slice(0, 16));
    const main = join(folder, 'main.mjs');
    if (existsSync(main)) return main;
    await step('server (esbuild)', async () => {
      removeOldBuilds();
      await buildModules({ entries: { main: 'server/src/main.ts' }, folder });
    });
    return main;
  });
}

/** Keeps the newest build: a server that runs may still load a part of it. */
function removeOldBuilds(): void {
  if (!existsSync(FOLDER)) return;
  const builds = readdirSync(FOLDER)
    .map((name) => join(FOLDER, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const build of builds.slice(1)) rmSync(build, { recursive: true, force: true });
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../console/paths.ts';
import { mustRun } from '../console/runCommand.ts';
import { step } from '../console/step.ts';
import { withBuildLock } from './buildLock.ts';
import { hashSources } from './hashSources.ts';

const SOURCES = [
  'package-lock.json',
  'web/index.html',
  'web/package.json',
  'web/public',
  'web/src',
  'web/vite.config.ts',
  'web/plugins',
  'designer/package.json',
  'designer/src',
  'forms/package.json',
  'forms/src',
  'processes/package.json',
  'processes/src',
  'clocks/package.json',
  'clocks/src',
  'engine/src/noCode',
  'signing/src/layout',
];
const STAMP = join(CACHE, 'web-build.txt');

/** Builds web/dist with Vite when a source changed. Throws ConsoleError with the build's last lines when it fails. */
export function buildWeb(): Promise<void> {
  return withBuildLock(async () => {
    const hash = hashSources(SOURCES);
    const built = existsSync(join(ROOT, 'web', 'dist', 'index.html'));
    if (built && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
    if (!existsSync(join(ROOT, 'web', 'index.html'))) return;
    await step('web pages (Vite)', async () => {
      const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
      // NODE_ENV of the caller (a test run) must not choose React's development build.
      await mustRun(process.execPath, [vite, 'build'], {
        cwd: join(ROOT, 'web'),
        env: { NODE_ENV: 'production' },
      });
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(STAMP, hash);
    });
  });
}

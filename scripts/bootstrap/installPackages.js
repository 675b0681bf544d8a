import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the npm packages when node_modules is missing or differs from package-lock.json.
 * @param {string} root absolute path of the repository
 */
export function installPackages(root) {
  const difference = findDifference(root);
  if (difference === undefined) return;
  const fresh = !existsSync(join(root, 'node_modules', '.package-lock.json'));
  const began = Date.now();
  console.log(`  … npm packages: ${difference}`);
  // `npm ci` is exact; where a registry lacks a package of another system it refuses, and `npm install` goes on.
  for (const attempt of fresh ? ['ci', 'install', 'install'] : ['install', 'ci']) {
    const { status, stderr } = spawnSync('npm', [attempt, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
      // A parent npm running a workspace script would otherwise pass its own workspace and prefix on.
      env: {
        ...process.env,
        npm_config_workspace: '',
        npm_config_workspaces: '',
        npm_config_local_prefix: root,
      },
    });
    if (status === 0) {
      console.log(`  ✔ npm packages  ${((Date.now() - began) / 1000).toFixed(1)} s`);
      return;
    }
    const reason = stderr?.split('\n').find((line) => /^npm error (?!code)/.test(line)) ?? `status ${status}`;
    console.log(
      `  … npm ${attempt} failed (${reason.replace('npm error ', '').slice(0, 200)}); trying again`,
    );
  }
  console.error(
    'The npm packages could not be installed. Check the network and the registry, then start again.',
  );
  process.exit(1);
}

/**
 * Says how node_modules differs from package-lock.json, or undefined when it does not.
 * @param {string} root
 * @returns {string | undefined}
 */
export function findDifference(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'not installed yet';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    // Optional packages are for other systems; links and '' are the workspaces themselves.
    if (!path.includes('node_modules/') || entry.optional || entry.link || entry.peer) continue;
    if (installed[path]?.version !== entry.version)
      return `${path.replace(/^.*node_modules\//, '')} is to be updated`;
  }
  return undefined;
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './installPackages.js';
import { requireNode } from './requireNode.js';

/**
 * Checks Node.js, installs the npm packages when needed, then runs a TypeScript file in this process.
 * @param {URL} file
 */
export async function runTypeScript(file) {
  requireNode();
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  installPackages(root);
  const { register } = await import('tsx/esm/api');
  register();
  await import(file.href);
}

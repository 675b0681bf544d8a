#!/usr/bin/env node
// `node scripts/run.js path/to/file.ts [arguments]`: runs a TypeScript file of this project, installing packages first.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTypeScript } from './bootstrap/runTypeScript.js';

const [file] = process.argv.splice(2, 1);
if (file === undefined) {
  console.error('Usage: node scripts/run.js path/to/file.ts [arguments]');
  process.exit(2);
}
await runTypeScript(pathToFileURL(resolve(file)));

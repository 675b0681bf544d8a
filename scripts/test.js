#!/usr/bin/env node
// `npm test [-- phase …]`: plain JavaScript, because it runs before the packages are installed.
import { runTypeScript } from './bootstrap/runTypeScript.js';

await runTypeScript(new URL('./test/main.ts', import.meta.url));

#!/usr/bin/env node
// `npm start`: plain JavaScript, because it runs before the packages are installed.
import { runTypeScript } from './bootstrap/runTypeScript.js';

await runTypeScript(new URL('./start/main.ts', import.meta.url));

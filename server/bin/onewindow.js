#!/usr/bin/env node
// Committed launcher of the `onewindow` command line: linked before anything is built, runs the TypeScript directly.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');

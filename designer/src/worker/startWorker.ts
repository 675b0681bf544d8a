// What is heavy about a pack, beside the page: loaded by `PackWorker`. Schemas are made as their modules load: the setting comes first.
import './withoutEval.ts';
import type { Port } from './messages.ts';
import { servePacks } from './servePacks.ts';

servePacks(globalThis as unknown as Port);

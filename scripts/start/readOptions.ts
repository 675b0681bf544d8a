import { ConsoleError } from '../console/consoleError.ts';
import { type EngineName, readEngineName } from '../prepare/engineName.ts';

const USAGE = `npm start [-- options]
  --engine <name>         the embedded process engine: camunda (the default, or ENGINE) or operaton
  --no-system-packages    never install anything with apt-get
Variables: PORT (8380), ENGINE_PORT (8381), STORE_PORT (8382), DATA_DIR (.data), HOST, PUBLIC_BASE_URL,
  MONGODB_URI (use this MongoDB, start no embedded store),
  ENGINE (camunda), ENGINE_URL, ENGINE_USER, ENGINE_PASSWORD (use this engine, start none), ENGINE_DB_URL, ENGINE_MEMORY (512m)`;

/** The options of `npm start`. Throws ConsoleError with the usage for anything unknown. */
export function readOptions(
  options: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { engine: EngineName } {
  const rest = [...options];
  let name = env['ENGINE'];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    if (option === '--no-system-packages') continue;
    if (option === '--help') throw new ConsoleError('usage', USAGE);
    const engine = option === '--engine' ? rest.shift() : /^--engine=(.*)$/.exec(option)?.[1];
    if (engine === undefined) throw new ConsoleError('unknownOption', `Unknown option ${option}.\n${USAGE}`);
    name = engine;
  }
  return { engine: readEngineName(name) };
}

import { createServer } from 'node:net';
import { ConsoleError } from '../console/consoleError.ts';

export interface Ports {
  readonly server: number;
  readonly engine: number;
  readonly store: number;
}

/** The variable that moves each child to another port, and the port without it. */
export const PORT_VARIABLES = {
  server: { name: 'PORT', standard: 8380 },
  engine: { name: 'ENGINE_PORT', standard: 8381 },
  store: { name: 'STORE_PORT', standard: 8382 },
} as const;

/** Ports from the environment. Throws ConsoleError when a value is no port. */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const read = ({ name, standard }: { name: string; standard: number }): number => {
    const given = env[name];
    if (given === undefined || given === '') return standard;
    const port = Number(given);
    if (Number.isInteger(port) && port > 0 && port < 65536) return port;
    throw new ConsoleError('badPort', `${name}=${given} is not a port number (1–65535).`);
  };
  return {
    server: read(PORT_VARIABLES.server),
    engine: read(PORT_VARIABLES.engine),
    store: read(PORT_VARIABLES.store),
  };
}

/** Ports that nobody listens on at this moment. */
export async function findFreePorts(): Promise<Ports> {
  const servers = await Promise.all([0, 0, 0].map((port) => listen(port, '127.0.0.1')));
  const [server = 0, engine = 0, store = 0] = servers.map((one) => {
    const address = one.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((one) => new Promise((done) => one.close(done))));
  return { server, engine, store };
}

/** Throws ConsoleError naming the variable to change when somebody listens on the port. */
export async function assertPortFree(child: keyof Ports, port: number, host = '127.0.0.1'): Promise<void> {
  const { name } = PORT_VARIABLES[child];
  try {
    const server = await listen(port, host);
    await new Promise((done) => server.close(done));
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    const why = code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${code})`;
    throw new ConsoleError(
      'portBusy',
      `Port ${port} for the ${child} ${why}. Choose another with ${name}, for example: ${name}=${port + 10} npm start`,
    );
  }
}

function listen(port: number, host: string): Promise<ReturnType<typeof createServer>> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen({ port, host, exclusive: true }, () => done(server));
  });
}

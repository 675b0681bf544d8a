import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type EngineCommandOptions = {
  /** Home of a JDK or JRE ≥ 17; `java` on the PATH when missing. */
  javaHome?: string;
  /** The executable jar; {@link engineJar} when missing. */
  jar?: string;
  port: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Folder of the embedded H2 file; not used when `dbUrl` is given. */
  dataDir: string;
  user: string;
  /** At least 16 characters. */
  password: string;
  /** JDBC address of a PostgreSQL database. */
  dbUrl?: string;
  dbUser?: string;
  dbPassword?: string;
  /** Largest heap in MiB. Default 384, which keeps the process below about 640 MiB. */
  heapMiB?: number;
  /**
   * `quick` compiles once and lightly: ready earlier, and on two cores no slower for some thousand cases. `full` is for
   * a server that runs for days. Default `quick`.
   */
  compiler?: 'quick' | 'full';
  /** Class archive beside an unpacked engine (unpackEngine): used when it exists, else written when the engine ends. */
  classArchive?: string;
};

export type EngineCommand = { command: string; args: string[]; env: Record<string, string> };

/** Where `mvn -f engine/pom.xml package` puts the executable jar. */
export const engineJar = fileURLToPath(new URL('../../target/onewindow-engine.jar', import.meta.url));

/** How to start the engine as a child process; pass `env` in addition to the parent's own. */
export function engineCommand(options: EngineCommandOptions): EngineCommand {
  const { javaHome, jar = engineJar, port, host = '127.0.0.1', dataDir, user, password } = options;
  const { dbUrl, dbUser, dbPassword, heapMiB = 384, compiler = 'quick', classArchive } = options;
  const flags = [
    `-Xmx${heapMiB}m`,
    '-XX:+UseSerialGC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Xlog:cds=off',
    '-Xlog:cds+dynamic=off',
    '-Dfile.encoding=UTF-8',
  ];
  if (compiler === 'quick') flags.push('-XX:TieredStopAtLevel=1');
  if (classArchive !== undefined) {
    flags.push(
      `-XX:${existsSync(classArchive) ? 'SharedArchiveFile' : 'ArchiveClassesAtExit'}=${classArchive}`,
    );
  }
  const env: Record<string, string> = {
    ENGINE_HOST: host,
    ENGINE_PORT: String(port),
    ENGINE_DATA_DIR: dataDir,
    ENGINE_USER: user,
    ENGINE_PASSWORD: password,
    ENGINE_DB_URL: dbUrl ?? '',
    ENGINE_DB_USER: dbUser ?? '',
    ENGINE_DB_PASSWORD: dbPassword ?? '',
  };
  return {
    command: javaHome === undefined ? 'java' : join(javaHome, 'bin', 'java'),
    args: [...flags, '-jar', jar],
    env,
  };
}

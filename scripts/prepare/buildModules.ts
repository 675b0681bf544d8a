import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { ROOT } from '../console/paths.ts';

export interface ModuleBuild {
  /** What is built: the name of each output (without its ending) by the module it begins with. */
  readonly entries: Readonly<Record<string, string>>;
  /** Emptied first. Its modules must be run with `--enable-source-maps`, so that errors name the source. */
  readonly folder: string;
}

/**
 * Writes modules of this project, each with all of ours that it imports, as plain JavaScript. Compiling and finding
 * fifteen hundred modules one by one is what the start of a server or of a spec otherwise spends its time on; packages are
 * left where they are.
 *
 * A built module still finds the files beside its source: its address is that of the source. The one exception is a module
 * that is named, relative to its source, for a process of its own: it is built as well.
 */
export async function buildModules({ entries, folder }: ModuleBuild): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const processes = new Map<string, string>();
  await write({ entries, folder }, processes);
  // What a process of its own begins with is known only when the sources have been read.
  const own = [...processes].filter(([name]) => entries[name] === undefined);
  if (own.length > 0) await write({ entries: Object.fromEntries(own), folder }, new Map());
}

async function write({ entries, folder }: ModuleBuild, processes: Map<string, string>): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    plugins: [ownPackages, placeOfSource(folder, processes)],
  });
}

/** Packages are imported where npm has put them; those of this project are built along. */
const ownPackages: Plugin = {
  name: 'own packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@onewindow/') ? undefined : { path, external: true },
    );
  },
};

/** Gives each module the address of its source; `processes` gets what is named for a process of its own. */
function placeOfSource(folder: string, processes: Map<string, string>): Plugin {
  return {
    name: 'place of the source',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!/import\.meta\.url/.test(source)) return { contents: source, loader: loaderOf(path) };
        const contents = source
          .replace(/new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g, (_, script: string) => {
            const file = join(dirname(path), script);
            const name = relative(ROOT, file).split(sep).join('.');
            processes.set(name, file);
            return `new URL(${JSON.stringify(pathToFileURL(join(folder, `${name}.mjs`)).href)})`;
          })
          .replace(/import\.meta\.url/g, JSON.stringify(pathToFileURL(path).href));
        return { contents, loader: loaderOf(path) };
      });
    },
  };
}

const loaderOf = (path: string) => (path.endsWith('x') ? 'tsx' : 'ts');

// Runs dependency-cruiser with TypeScript 5: it needs the compiler's JavaScript interface, which TypeScript 7 no longer has.
// Plain JavaScript, because it installs a module hook. Options are those of `depcruise`.
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const resolveCommonJs = module._resolveFilename;
module._resolveFilename = (request, parent, ...rest) =>
  resolveCommonJs(
    isForCruiser(request, parent?.filename) ? request.replace('typescript', 'typescript-5') : request,
    parent,
    ...rest,
  );

const target = pathToFileURL(require.resolve('typescript-5')).href;
module.register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (specifier, context, next) =>
      specifier === 'typescript' && context.parentURL?.includes('/dependency-cruiser/')
        ? { url: ${JSON.stringify(target)}, format: 'commonjs', shortCircuit: true }
        : next(specifier, context);
  `)}`,
);

await import(
  pathToFileURL(join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')).href
);

/**
 * @param {string} request
 * @param {string | undefined} parent
 */
function isForCruiser(request, parent) {
  return /^typescript(\/package\.json)?$/.test(request) && parent?.includes('dependency-cruiser') === true;
}

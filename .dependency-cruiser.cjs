// The one-way rules of docs/architecture.md, "Folders". Run by `npm run check`; scripts/check/dependencyRules.spec.ts
// plants one violation of each rule and demands that it is found.

const WORKSPACES = '(engine|processes|forms|clocks|designer|signing|server|web|e2e|bench)';

/** What each workspace may import from, a part of it where a folder or file is named; itself is always allowed. */
const MAY_IMPORT = {
  clocks: [],
  forms: [],
  engine: [],
  signing: [],
  processes: ['forms', 'clocks'],
  // Packs are checked in the browser by the same rules as at the server: those of the engine and of license templates too.
  designer: ['processes', 'forms', 'clocks', 'engine/src/noCode', 'signing/src/layout/licenseTemplate.ts'],
  web: ['designer', 'forms'],
  server: ['engine', 'processes', 'forms', 'clocks', 'signing'],
  e2e: ['engine', 'processes', 'forms', 'clocks', 'signing'],
  bench: ['engine', 'processes', 'forms', 'clocks', 'signing'],
};

const oneWay = Object.entries(MAY_IMPORT).map(([workspace, allowed]) => ({
  name: `one-way-${workspace}`,
  comment: `${workspace} may import ${allowed.length === 0 ? 'no other workspace' : `only ${allowed.join(', ')}`}.`,
  severity: 'error',
  from: { path: `^${workspace}/` },
  to: { path: `^${WORKSPACES}/`, pathNot: `^(${[workspace, ...allowed].join('|')})(/|$)` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'no-cycle',
      comment: 'Modules that import each other cannot be understood or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-relative-import-of-another-workspace',
      comment:
        'Another workspace is imported by its package name, through the entry points of its package.json.',
      severity: 'error',
      from: { path: `^${WORKSPACES}/` },
      to: { path: `^${WORKSPACES}/`, pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-unresolvable',
      comment:
        'The import names nothing: a typing error, a missing dependency, or a path that the package does not export.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css$', '\\?(url|raw|worker|inline)$', '^virtual:'] },
    },
    {
      name: 'scripts-only-for-tests',
      comment:
        'The product does not import scripts/; tests use its stack, and so does `onewindow pack test` in one place.',
      severity: 'error',
      from: {
        path: `^${WORKSPACES}/`,
        pathNot: '^(e2e|bench)/|^server/src/testing/|\\.(spec|e2e)\\.tsx?$|^server/src/cli/bootParts\\.ts$',
      },
      to: { path: '^scripts/' },
    },
    {
      name: 'no-spec-import',
      comment: 'A spec is imported by nobody.',
      severity: 'error',
      from: {},
      to: { path: '\\.(spec|e2e)\\.tsx?$' },
    },
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|target|\\.cache|\\.data|out)/' },
    builtInModules: { add: ['node:test', 'node:test/reporters', 'node:sqlite'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

/**
 * Who may import whom. A layer is a part of the tree; what its row does not list is forbidden to it. `types` may be
 * imported as types only: they are gone when the code runs.
 */
const layers = {
  db: { path: '^db/', may: [] },
  settings: { path: '^app/settings\\.server\\.ts$', may: [] },
  sealing: { path: '^app/sealing/', may: [] },
  domain: { path: '^app/domain/', may: ['db', 'sealing', 'settings'] },
  i18n: { path: '^app/i18n/', may: ['locales'] },
  paths: { path: '^app/paths\\.ts$', may: [], types: ['i18n'] },
  mail: { path: '^app/mail/', may: ['i18n', 'paths', 'settings'], types: ['domain', 'db'] },
  ui: { path: '^app/ui/', may: ['i18n', 'paths'], types: ['domain', 'db'] },
  http: { path: '^app/http/', may: ['domain', 'i18n', 'paths', 'settings', 'sealing', 'lists'], types: ['db'] },
  open311: { path: '^app/open311/', may: ['domain', 'i18n', 'paths', 'settings', 'http'], types: ['db'] },
  jobs: { path: '^app/jobs/', may: ['domain', 'mail', 'i18n', 'paths', 'settings', 'queue'], types: ['db'] },
  routes: {
    path: '^app/(routes/|routes\\.ts$|root\\.tsx$|entry\\.)',
    may: ['domain', 'http', 'open311', 'ui', 'i18n', 'paths', 'settings'],
    types: ['db'],
  },
  server: {
    path: '^app/server\\.ts$',
    may: ['jobs', 'db', 'domain', 'http', 'i18n', 'paths', 'sealing', 'settings', 'cli'],
  },
  cli: { path: '^app/cli/', may: ['jobs', 'db', 'domain', 'http', 'i18n', 'paths', 'sealing', 'settings'] },
  locales: { path: '^locales/', may: [] },
}

/** Parts of db that a layer may reach without the rest: lists to choose from, and the queue with its viewer. */
const parts = { lists: '^db/schema/', queue: '^db/((client|boss)[.]server|schema/jobs)[.]ts$' }

const ours = '^(app|db|locales|tests)/'
const pathsOf = (names) => names.map((name) => parts[name] ?? layers[name].path)

function rulesOf([name, { path, may, types = [] }]) {
  const open = [path, ...pathsOf(may)]
  return [
    {
      name: `${name}-imports-what-it-may`,
      comment: `${name} may import ${[...may, ...types.map((type) => `types of ${type}`)].join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path },
      to: { path: ours, pathNot: [...open, ...pathsOf(types)] },
    },
    {
      name: `${name}-imports-only-types`,
      comment: `${name} may import types of ${types.join(', ')}, never values`,
      severity: 'error',
      from: { path },
      to: { path: pathsOf(types), pathNot: open, dependencyTypesNot: ['type-only'] },
    },
  ].filter((rule) => rule.to.path.length > 0)
}

export default {
  forbidden: [
    ...Object.entries(layers).flatMap(rulesOf),
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      from: { path: '^app/', pathNot: Object.values(layers).map(({ path }) => path) },
      to: {},
    },
    {
      name: 'values-of-db-only-on-the-server',
      comment: 'Only *.server.ts, server.ts, cli and tests reach values of db; so nothing of it can land in a browser.',
      severity: 'error',
      from: { path: '^app/', pathNot: ['\\.server\\.tsx?$', '^app/server\\.ts$', '^app/cli/'] },
      to: { path: '^db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-and-db-know-no-framework',
      severity: 'error',
      from: { path: '^(app/domain|app/sealing|db)/' },
      to: { path: 'node_modules/(@remix-run|@types/react|react|react-dom|i18next|react-i18next)(/|$)' },
    },
    {
      name: 'nobody-imports-a-route',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: '^app/routes/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { path: '^(app|db)/' }, to: { path: '^tests/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '(^|/)index[.]tsx?$', pathNot: 'node_modules' } },
    {
      name: 'every-import-is-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css\\?url$' },
    },
    {
      name: 'every-import-is-listed',
      comment:
        'A package that is imported stands in package.json; what the portal needs to run, among its dependencies.',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: ['^db/drizzle\\.config\\.ts$', '^app/routes\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}

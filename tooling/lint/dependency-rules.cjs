const { apart, districts } = require('./districts.cjs')

// Who may import whom (docs/architecture.md). A package names its dependencies in its package.json
// too, and pnpm gives it no others; this adds what manifests cannot say.
const allowed = {
  errors: [],
  language: ['errors'],
  validation: ['errors', 'language'],
  logger: [],
  tracing: ['logger'],
  'public-fetch': ['errors'],
  db: ['errors', 'validation', 'tracing'],
  auth: ['errors', 'validation', 'db'],
  jobs: ['validation', 'tracing'],
  services: ['errors', 'language', 'validation', 'db', 'auth', 'jobs', 'public-fetch'],
  trpc: ['errors', 'language', 'validation', 'auth', 'services', 'tracing'],
  widget: ['language', 'validation'],
}
const packageNames = Object.keys(allowed)
const apps = ['api', 'web', 'worker', 'cli']

/** Libraries that must not be reached from a package, whatever its manifest says. */
const forbiddenLibraries = {
  language: ['zod', 'react', 'next'],
  validation: ['drizzle-orm', 'postgres', 'react', 'next', 'fastify'],
  jobs: ['drizzle-orm', 'postgres', 'fastify', 'next'],
  services: ['@trpc', 'fastify', '@fastify', 'next', 'react'],
  trpc: ['drizzle-orm', 'postgres', 'fastify', '@fastify', 'next', 'react'],
  widget: ['react', 'preact', 'lit', 'next'],
}

const tests = '\\.(?:db\\.)?test\\.tsx?$|/testing/'

/** A district imports those before it in its list. */
const upwardRules = Object.entries(districts).flatMap(([root, names]) =>
  names.slice(0, -1).map((name, index) => ({
    name: `${root.split('/')[1]}-${name}-imports-downwards`,
    severity: 'error',
    from: { path: `^${root}/${name}/`, pathNot: tests },
    to: { path: `^${root}/(?:${names.slice(index + 1).join('|')})/` },
  })),
)

const apartRules = Object.entries(apart).flatMap(([root, pairs]) =>
  pairs.flatMap(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].map(([from, to]) => ({
      name: `${from}-knows-nothing-of-${to}`,
      severity: 'error',
      from: { path: `^${root}/${from}/`, pathNot: tests },
      to: { path: `^${root}/${to}/` },
    })),
  ),
)

module.exports = {
  forbidden: [
    ...upwardRules,
    ...apartRules,
    {
      name: 'internal-stays-in-its-district',
      severity: 'error',
      from: { path: '^((?:packages|apps)/[^/]+/src/[^/]+)/' },
      to: { path: '/internal/', pathNot: '^$1/' },
    },
    {
      name: 'internal-is-not-for-others',
      comment: 'What lies beside the districts, or outside of src, sees their public files only.',
      severity: 'error',
      from: { pathNot: '^(?:packages|apps)/[^/]+/src/[^/]+/' },
      to: { path: '^(?:packages|apps)/[^/]+/src/.*/internal/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolved',
      comment: 'Everything imported exists and is named in the package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...packageNames.map((name) => ({
      name: `${name}-imports`,
      severity: 'error',
      from: { path: `^packages/${name}/` },
      to: {
        path: '^(?:packages|apps)/',
        pathNot: `^packages/(?:${[name, ...allowed[name]].join('|')})/`,
      },
    })),
    ...apps.map((name) => ({
      name: `${name}-is-alone`,
      comment: 'No app imports another.',
      severity: 'error',
      // The history test sends by the page's own code: what it proves is about both.
      from: { path: `^apps/${name}/`, pathNot: '^apps/api/src/chaos/' },
      to: { path: '^apps/', pathNot: `^apps/${name}/` },
    })),
    ...Object.entries(forbiddenLibraries).map(([name, libraries]) => ({
      name: `${name}-stays-free`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: tests },
      to: { path: `node_modules/(?:${libraries.join('|')})(?:/|$)` },
    })),
    {
      name: 'validation-holds-no-texts',
      comment: 'It reads locales and names languages; what is said stands where it is shown.',
      severity: 'error',
      from: { path: '^packages/validation/', pathNot: tests },
      to: { path: '^packages/language/src/texts/' },
    },
    {
      name: 'validation-runs-in-browsers',
      severity: 'error',
      from: { path: '^packages/(?:validation|errors|language|widget)/src/', pathNot: `${tests}|/build\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/|/dist/|\\.data/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}

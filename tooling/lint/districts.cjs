// The districts of each package, from the lowest to the highest: one imports those before it, never those after it
// (docs/architecture.md). A folder that stands in no list fails the checks.
const services = [
  'kernel',
  'mail',
  'shop',
  'orders',
  'people',
  'asking',
  'reviews',
  'storefront',
  'platform',
  'insight',
  'operations',
]

/** Folder of a package or an app → its districts. */
const districts = {
  'packages/validation/src': [
    'primitives',
    'audit',
    'price',
    'shopify',
    'shop',
    'review',
    'request',
    'widget',
    'storefront',
    'session',
    'incident',
    'operations',
  ],
  'packages/db/src/schema': ['kernel', ...services.slice(2)],
  'packages/services/src': services,
  'apps/web/src': [
    'time',
    'theme',
    'navigation',
    'browser',
    'kept',
    'call',
    'server',
    'ui',
    'customer',
    'session',
    'frame',
    'sign-in',
    'account',
    'shop',
    'operator',
    'invitation',
    'gallery',
    'app',
  ],
  'apps/api/src': ['admission', 'process', 'own-pages', 'door', 'session', 'plugins', 'routes'],
}

/** Districts of one level that know nothing of each other. */
const apart = {
  'apps/web/src': [
    ['customer', 'session'],
    ['shop', 'operator'],
  ],
}

module.exports = { districts, apart }

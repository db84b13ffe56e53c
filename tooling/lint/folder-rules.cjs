// No folder imports another that imports it back, at any depth. Tests are left out: they use the whole.
const { options } = require('./dependency-rules.cjs')

module.exports = {
  forbidden: [{ name: 'no-folder-cycles', severity: 'error', scope: 'folder', from: {}, to: { circular: true } }],
  options: { ...options, exclude: { path: `${options.exclude.path}|\\.(?:db\\.)?test\\.tsx?$|/testing/` } },
}

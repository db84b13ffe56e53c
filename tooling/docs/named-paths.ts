import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface NamedPath {
  readonly document: string
  readonly path: string
}

const ofRepository = /`((?:apps|packages|docs|tooling|e2e|bench)\/[^`\s*{}…<$]+)`/g
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g
const inPackage = /`(src\/[^`\s*{}…<$]+)`/g

/** Our own documents: everything in Markdown outside of `node_modules` and data. */
export const findDocuments = (): string[] =>
  globSync('**/*.md', { exclude: (name) => /node_modules|^\.|testing-library/.test(name) }).filter(
    (path) => !path.includes('node_modules'),
  )

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]))

/**
 * The paths that a document names: in backticks from the repository's root, in a package's README from there
 * (`src/…`), and as links from where it lies.
 */
export const namedPaths = (document: string, text = readFileSync(document, 'utf8')): NamedPath[] => {
  const here = dirname(document)
  const ownPaths = /^(?:apps|packages)\//.test(document) ? matches(text, inPackage) : []
  return [
    ...matches(text, ofRepository),
    ...matches(text, link).map((path) => join(here, decodeURIComponent(path))),
    ...ownPaths.map((path) => join(here, path)),
  ].map((path) => ({ document, path }))
}

const endings = ['', '.ts', '.tsx', '.test.ts', '.db.test.ts', '.spec.ts'] as const

/** A module may be named without its ending, and so may a test. */
export const isThere = ({ path }: NamedPath): boolean => endings.some((ending) => existsSync(`${path}${ending}`))

import type { Node } from 'oxc-parser'
import path from 'node:path'

/** Where other packages import services from. */
const ownPackage = '@afterword/services/'
const sources = 'packages/services/src'
const schema = '@afterword/db/schema'

interface Imports {
  /** What a name of the file stands for: `file#name` of a unit of services. */
  readonly keys: ReadonlyMap<string, string>
  /** Names of the file that are tables, or hold them. */
  readonly tables: ReadonlySet<string>
}

const fileOf = (from: string, source: string): string | null => {
  if (source.startsWith('.')) return path.posix.join(path.posix.dirname(from), source)
  return source.startsWith(ownPackage) ? `${sources}/${source.slice(ownPackage.length)}.ts` : null
}

/** What the imports of a file of services stand for. */
export const readImports = (file: string, statements: readonly Node[]): Imports => {
  const keys = new Map<string, string>()
  const tables = new Set<string>()
  for (const statement of statements) {
    if (statement.type !== 'ImportDeclaration') continue
    const source = statement.source.value
    const from = fileOf(file, source)
    for (const specifier of statement.specifiers) {
      const { name } = specifier.local
      if (source === schema) tables.add(name)
      if (from === null || specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue
      keys.set(name, `${from}#${specifier.imported.name}`)
    }
  }
  return { keys, tables }
}

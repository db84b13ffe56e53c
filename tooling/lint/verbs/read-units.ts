import { type Node, parseSync } from 'oxc-parser'
import { findDeeds } from './find-deeds.ts'
import { readImports } from './read-imports.ts'

/** One top-level declaration of a file of services. */
export interface Unit {
  /** `file#name`, the file from the checkout's root. */
  readonly key: string
  readonly isExported: boolean
  /** Whether a caller hands it a transaction: then it is a part of the caller's act. */
  readonly takesTransaction: boolean
  /** What it does itself, one entry for each statement of its body, in their order. */
  readonly steps: readonly Step[]
}

export interface Step {
  /** Opens a transaction, writes rows, enqueues a job or sends a mail. */
  readonly isWriting: boolean
  /** Keys of the units it names. */
  readonly names: ReadonlySet<string>
}

/** Types that hold a transaction, by name. */
export type Carriers = ReadonlySet<string>

type Declared = { readonly name: string; readonly node: Node; readonly isExported: boolean }

const declaredBy = (statement: Node): Declared[] => {
  const isExported = statement.type === 'ExportNamedDeclaration'
  const declaration = isExported ? statement.declaration : statement
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
    return declaration.id === null ? [] : [{ name: declaration.id.name, node: declaration, isExported }]
  }
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init !== null ? [{ name: id.name, node: init, isExported }] : [],
  )
}

/** Names that a file exports apart from their declaration: `export { a as b }`. */
const exportedApart = (statements: readonly Node[]): Set<string> =>
  new Set(
    statements.flatMap((statement) => {
      if (statement.type === 'ExportDefaultDeclaration') {
        return statement.declaration.type === 'Identifier' ? [statement.declaration.name] : []
      }
      if (statement.type !== 'ExportNamedDeclaration' || statement.source !== null) return []
      return statement.specifiers.flatMap(({ local }) => (local.type === 'Identifier' ? [local.name] : []))
    }),
  )

const bodyOf = (node: Node): readonly Node[] => {
  const isFunction = node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration'
  if (!isFunction || node.body?.type !== 'BlockStatement') return [node]
  // A default value is computed before the body.
  return [...node.params, ...node.body.body]
}

const takesTransaction = (node: Node, text: string, carriers: Carriers): boolean => {
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionDeclaration') return false
  const types = node.params.map(({ start, end }) => text.slice(start, end)).join('\n')
  return [...types.matchAll(/\w+/g)].some(([word]) => carriers.has(word))
}

/** Names of the interfaces and types of a file that hold a transaction. */
export const findCarriers = (file: string, text: string): string[] =>
  parseSync(file, text).program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    const isType = declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration'
    if (!isType || !/: Transaction\b/.test(text.slice(declaration.start, declaration.end))) return []
    return [declaration.id.name]
  })

/** Every top-level declaration of a file with what it does and whom it names. */
export const readUnits = (file: string, text: string, carriers: Carriers): Unit[] => {
  const { body } = parseSync(file, text).program
  const declared = body.flatMap(declaredBy)
  const apart = exportedApart(body)
  const own = declared.map(({ name }) => [name, `${file}#${name}`] as const)
  const { keys, tables } = readImports(file, body)
  const known = new Map([...keys, ...own])
  return declared.map(({ name, node, isExported }) => ({
    key: `${file}#${name}`,
    isExported: isExported || apart.has(name),
    takesTransaction: takesTransaction(node, text, carriers),
    steps: bodyOf(node).map((step) => {
      const { isWriting, identifiers } = findDeeds(step, tables)
      const names = [...identifiers].flatMap((identifier) => known.get(identifier) ?? [])
      return { isWriting, names: new Set(names) }
    }),
  }))
}

import type { Node } from 'oxc-parser'

interface Deeds {
  /** Opens a transaction, writes rows, enqueues a job or sends a mail. */
  readonly isWriting: boolean
  /** Every name it uses as a value. */
  readonly identifiers: ReadonlySet<string>
}

const writers = new Set(['insert', 'update', 'delete'])
/** What a database or transaction is called, as a variable or as a part of a context. */
const connections = new Set(['db', 'tx', 'inner'])
const writingSql =
  /\b(?:create|drop|alter)\s+table\b|\binsert\s+into\b|\bdelete\s+from\b|\btruncate\s|\bupdate\s+\S+(?:\s+(?:as\s+)?(?!set\b)\w+)?\s+set\b/i
/** Parts of a node in which names are types, or no names of this file at all. */
const isLeftOut = (node: Node, part: string): boolean =>
  part.startsWith('type') ||
  part === 'returnType' ||
  (part === 'property' && node.type === 'MemberExpression' && !node.computed) ||
  (part === 'key' && 'computed' in node && !node.computed)

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([part, value]) => {
    if (part === 'parent' || isLeftOut(node, part)) return []
    return (Array.isArray(value) ? value : [value]).filter(isNode)
  })

const isConnection = (node: Node): boolean => {
  if (node.type === 'Identifier') return connections.has(node.name)
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && connections.has(node.property.name)
}

const rootOf = (node: Node | undefined): string => {
  if (node?.type === 'Identifier') return node.name
  return node?.type === 'MemberExpression' ? rootOf(node.object) : ''
}

const isWritingCall = (node: Node, tables: ReadonlySet<string>): boolean => {
  if (node.type !== 'CallExpression') return false
  if (node.callee.type === 'Identifier') return node.callee.name === 'inTransaction'
  if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return false
  const { object, property } = node.callee
  if (property.name === 'transaction' || property.name === 'enqueue') return true
  if (property.name === 'send' && rootOf(object) === 'mailer') return true
  return writers.has(property.name) && (isConnection(object) || tables.has(rootOf(node.arguments[0])))
}

/** Of a template that is tagged with `sql` or given to `sql.raw`, what stands between its values. */
const sqlOf = (node: Node): string => {
  if (node.type === 'TaggedTemplateExpression' && rootOf(node.tag) === 'sql') return sqlOf(node.quasi)
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join(' it ')
  return node.type === 'CallExpression' && rootOf(node.callee) === 'sql' ? node.arguments.map(sqlOf).join(' ') : ''
}

const isWritingSql = (node: Node): boolean => node.type !== 'TemplateLiteral' && writingSql.test(sqlOf(node))

/** What a piece of a program does, functions within it included. @param tables  Names that are tables, or hold them. */
export const findDeeds = (node: Node, tables: ReadonlySet<string>): Deeds => {
  const identifiers = new Set<string>()
  let isWriting = false
  const walk = (at: Node): void => {
    if (at.type === 'Identifier') identifiers.add(at.name)
    isWriting ||= isWritingCall(at, tables) || isWritingSql(at)
    childrenOf(at).forEach(walk)
  }
  walk(node)
  return { isWriting, identifiers }
}

import { type Node, parseSync, Visitor } from 'oxc-parser'

const sleepers = new Set(['sleep', 'waitForTimeout'])

const nameOf = (node: Node): string => {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : ''
}

const objectOf = (node: Node): string => (node.type === 'MemberExpression' ? nameOf(node.object) : '')

const isPromisedTimer = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  nameOf(node.callee) === 'promisify' &&
  node.arguments.some((argument) => nameOf(argument) === 'setTimeout')

/** The function that a promise hands its executor to end it. */
const settlerOf = (executor: Node | undefined): string | null => {
  const isFunction = executor?.type === 'ArrowFunctionExpression' || executor?.type === 'FunctionExpression'
  const [first] = isFunction ? executor.params : []
  return first?.type === 'Identifier' ? first.name : null
}

/** Whether a timer ends a promise: `setTimeout(resolve, 50)`, `setTimeout(() => resolve(), 50)`. */
const isTimerOf = (node: Node, settlers: ReadonlySet<string>, text: string): boolean => {
  if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'setTimeout') return false
  const [act, delay] = node.arguments
  // Without a time it only lets others have their turn.
  if (act === undefined || delay === undefined) return false
  return [...text.slice(act.start, act.end).matchAll(/\w+/g)].some(([word]) => settlers.has(word))
}

/**
 * Where a file waits for time to pass: a promise that a timer ends, `setTimeout` of `timers/promises`,
 * `waitForTimeout`, or a function called `sleep`.
 *
 * @returns Line numbers.
 */
export const findSleeps = (file: string, text: string): number[] => {
  const settlers = new Set<string>()
  const named = new Set(sleepers)
  const at: number[] = []
  const { program } = parseSync(file, text)
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      if (!/^(?:node:)?timers\/promises$/.test(source.value)) return
      for (const { local } of specifiers) named.add(local.name)
    },
    NewExpression({ callee, arguments: [executor] }) {
      const settler = nameOf(callee) === 'Promise' ? settlerOf(executor) : null
      if (settler !== null) settlers.add(settler)
    },
    CallExpression(node) {
      const isNamed = named.has(nameOf(node.callee)) || named.has(objectOf(node.callee))
      if (isNamed || isPromisedTimer(node) || isTimerOf(node, settlers, text)) at.push(node.start)
    },
  }).visit(program)
  return at.map((start) => text.slice(0, start).split('\n').length)
}

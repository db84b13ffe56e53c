import { type Node, parseSync, visitorKeys } from 'oxc-parser'

export interface ShownText {
  /** `file:line` of the literal. */
  readonly place: string
  readonly text: string
}

/** Whether a literal is shown where it stands, or only if it reads like a sentence. */
type Position = 'shown' | 'elsewhere'

/** Attributes and properties that people read or hear. */
const shownNames =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|alt|description|emptyText|heading|hint|label|legend|message|note|placeholder|prompt|subject|summary|text|title)$/
/** What holds names of classes, colours and the like. */
const codedNames = /^(?:class|className|\w*ClassName|style|d|viewBox|key)$/

/** Written the same in every language. */
const names = /\b(?:Afterword|Google)\b/g
const withoutNames = (text: string): string => text.replaceAll(names, '')
const hasLetters = (text: string): boolean => /\p{L}/u.test(withoutNames(text))
/** A capital and small letters, or any letters that no code has: no name of a class, a key or a code looks like it. */
const looksSaid = (text: string): boolean =>
  /^\s*\p{Lu}\p{Ll}+(?:[\s’'…,.:!?]|$)|[^\p{ASCII}\P{L}]/u.test(withoutNames(text))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): Node[] =>
  (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value: unknown = Reflect.get(node, key)
    return (Array.isArray(value) ? value : [value]).filter(isNode)
  })

const nameOf = (node: Node): string => {
  if (node.type === 'JSXIdentifier' || node.type === 'Identifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

const isError = (node: Node): boolean => node.type === 'NewExpression' && nameOf(node.callee).endsWith('Error')

/** What no reader meets: types, names of modules, what is thrown for developers. */
const isUnseen = (node: Node): boolean =>
  /^(?:TSType|TSInterface|TSLiteral|Import|ExportAll|TSEnum)/.test(node.type) ||
  (node.type === 'ExpressionStatement' && 'directive' in node && typeof node.directive === 'string') ||
  isError(node)

/** Expressions that are worth what they hold. */
const holders =
  /^(?:(?:Array|Parenthesized|Chain|TSAs|TSSatisfies|TSNonNull)Expression|JSXExpressionContainer|TemplateLiteral)$/

/** The parts of an expression of which its value is made. */
const valuesOf = (node: Node): readonly Node[] => {
  if (holders.test(node.type)) return childrenOf(node)
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate]
  if (node.type === 'LogicalExpression') return node.operator === '&&' ? [node.right] : [node.left, node.right]
  if (node.type === 'BinaryExpression') return node.operator === '+' ? childrenOf(node) : []
  // `[…].join(…)`, and what a callback gives for each.
  if (node.type === 'MemberExpression') return [node.object]
  if (node.type === 'CallExpression')
    return [node.callee, ...node.arguments.filter(({ type }) => type === 'ArrowFunctionExpression')]
  return node.type === 'ArrowFunctionExpression' && node.expression ? [node.body] : []
}

/** What a value is compared with is never shown. */
const isCompared = (node: Node, part: Node): boolean =>
  part.type === 'Literal' && (node.type === 'SwitchCase' || (node.type === 'BinaryExpression' && node.operator !== '+'))

/** In which position each part of a node stands. */
const partsOf = (node: Node, position: Position): readonly (readonly [Node, Position])[] => {
  if (node.type === 'JSXAttribute' || node.type === 'Property') {
    const name = node.type === 'JSXAttribute' ? nameOf(node.name) : nameOf(node.key)
    if (node.value === null || codedNames.test(name)) return []
    return [[node.value, shownNames.test(name) ? 'shown' : 'elsewhere']]
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return childrenOf(node).map((child) => [child, node.children.some((own) => own === child) ? 'shown' : 'elsewhere'])
  const values = position === 'shown' ? valuesOf(node) : []
  return childrenOf(node)
    .filter((child) => !isCompared(node, child))
    .map((child) => [child, values.includes(child) ? 'shown' : 'elsewhere'])
}

const textOf = (node: Node): string | null => {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'TemplateElement') return node.value.cooked ?? ''
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/**
 * Texts that stand in a component instead of a catalogue: letters between tags, in attributes that people read, and
 * any literal that reads like a sentence.
 *
 * @param file  Its name decides how it is parsed.
 */
export const findShownTextsIn = (file: string, source: string): ShownText[] => {
  const found: ShownText[] = []
  const walk = (node: Node, position: Position): void => {
    if (isUnseen(node)) return
    const text = textOf(node)
    if (text !== null && (position === 'shown' ? hasLetters(text) : looksSaid(text))) {
      const line = source.slice(0, node.start).split('\n').length
      found.push({ place: `${file}:${line}`, text: text.trim() })
    }
    for (const [part, at] of partsOf(node, position)) walk(part, at)
  }
  walk(parseSync(file, source).program, 'elsewhere')
  return found
}

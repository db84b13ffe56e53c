import { globSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'oxc-parser'

export interface Expression {
  /** `file:line` of the literal. */
  readonly place: string
  readonly pattern: RegExp
}

const sources = '{apps,packages}/*/src/**/*.{ts,tsx}'
const isTest = (file: string): boolean => /\.test\.ts$|\/(?:testing|chaos)\//.test(file)

/** Every regular expression that stands as a literal in one source text. */
export const findExpressionsIn = (file: string, text: string): Expression[] => {
  const found: Expression[] = []
  const visitor = new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const line = text.slice(0, node.start).split('\n').length
      const { pattern, flags } = node.regex
      found.push({ place: `${file}:${line}`, pattern: new RegExp(pattern, flags) })
    },
  })
  visitor.visit(parseSync(file, text).program)
  return found
}

/** Every regular expression of the product's own code, tests left out. @param root  The checkout. */
export const findExpressions = (root: string): Expression[] =>
  globSync(sources, { cwd: root, exclude: (name) => name === 'node_modules' || name === '.next' })
    .filter((file) => !isTest(file))
    .toSorted()
    .flatMap((file) => findExpressionsIn(file, readFileSync(`${root}/${file}`, 'utf8')))

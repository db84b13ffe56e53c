import { parseSync, Visitor } from 'oxc-parser'

interface Fault {
  readonly line: number
  readonly says: string
}

const directive = /^\s*(?:oxlint|eslint|secretlint|prettier|knip|c8|v8|vitest)-(?:disable|ignore)\S*/
const whole = /^\s*(?:oxlint|eslint)-disable\s/
const reason = /\s--\s+\S/

/** What is wrong with a comment that silences a tool. */
const judgeComment = (text: string): string | null => {
  if (/^[\s*/]*@ts-(?:ignore|nocheck)\b/.test(text)) return 'silences the compiler even when it has nothing to say'
  if (whole.test(text)) return 'silences a rule for a whole file'
  const isSilencer = directive.test(text) || /^[\s*/]*@ts-expect-error\b/.test(text)
  return isSilencer && !reason.test(text) ? 'gives no reason (` -- …`)' : null
}

/**
 * Suppressions that no tool checks by itself. That each directive of the linter, `@ts-expect-error` and entry of knip
 * is needed the linter, the compiler and knip say; here: that each has a reason and silences one place only, and that
 * a type is forced (`as never`, `as unknown as`) only beside a comment that says why.
 */
export const findSuppressions = (file: string, text: string): Fault[] => {
  const { program, comments } = parseSync(file, text)
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const explained = new Set(comments.flatMap(({ start, end }) => [lineOf(start), lineOf(end) + 1]))
  const faults = comments.flatMap(({ value, start }) => {
    const says = judgeComment(value)
    return says === null ? [] : [{ line: lineOf(start), says }]
  })
  new Visitor({
    TSAsExpression({ expression, typeAnnotation, start, end }) {
      const isForced =
        typeAnnotation.type === 'TSNeverKeyword' ||
        (typeAnnotation.type === 'TSArrayType' && typeAnnotation.elementType.type === 'TSNeverKeyword') ||
        (expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword')
      if (!isForced || explained.has(lineOf(start)) || explained.has(lineOf(end))) return
      faults.push({ line: lineOf(start), says: 'forces a type without saying why in a comment' })
    },
  }).visit(program)
  return faults
}

/** Any value JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** What the reviver's third argument carries (ES2026, "JSON.parse source text access"). */
interface ReviverContext {
  readonly source?: string
}
type Reviver = (key: string, value: unknown, context: ReviverContext) => unknown

const wholeNumber = /^-?\d+$/

const keepDigits: Reviver = (key, value, { source }) => {
  // An own key of that name would replace the prototype of whatever it is copied into.
  if (key === '__proto__') return undefined
  const isBeyondSafe = typeof value === 'number' && !Number.isSafeInteger(value)
  return isBeyondSafe && source !== undefined && wholeNumber.test(source) ? source : value
}

/**
 * Reads JSON without losing a digit: a whole number beyond ±(2^53 − 1) becomes its digits as text.
 * Keys named `__proto__` are dropped. For the server: it needs the reviver's source text.
 *
 * @returns The value, or undefined when the text is no JSON (or is nested too deeply to be meant).
 */
export const parseJson = (text: string): Json | undefined => {
  try {
    return (JSON.parse as (text: string, reviver: Reviver) => Json)(text, keepDigits)
  } catch {
    return undefined
  }
}

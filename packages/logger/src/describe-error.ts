import { withoutAddresses } from './without-addresses.ts'

const parametersMark = 'params: '

/** drizzle's message holds the statement's parameters, which are people's data: cut off. */
const cleanMessage = (message: string): string => {
  const parametersAt = message.indexOf(parametersMark)
  return withoutAddresses(parametersAt === -1 ? message : message.slice(0, parametersAt).trimEnd())
}

/** What a thrown value that is no error says: libraries throw objects with a message as well. */
const wordsOf = (value: unknown): string => {
  const message: unknown = Reflect.get(Object(value), 'message')
  return typeof message === 'string' ? message : String(value)
}

export interface ErrorDescription {
  readonly name: string
  readonly message: string
  /** SQLSTATE or Node's code, where the error has one. */
  readonly code?: string
  readonly frames: readonly string[]
  readonly cause?: ErrorDescription
}

/** An error and its causes as they may stand in a log: no addresses, no parameters, no other fields. */
export const describeError = (error: unknown): ErrorDescription => {
  if (!(error instanceof Error)) return { name: typeof error, message: cleanMessage(wordsOf(error)), frames: [] }
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return {
    name: error.name,
    message: cleanMessage(error.message),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    frames: lines.filter((line) => line.startsWith('at ')).slice(0, 8),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

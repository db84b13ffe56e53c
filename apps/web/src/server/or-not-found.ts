import { errorCodes } from '@afterword/errors'
import { refusalCode } from './caller.ts'

/** What a call answers, or null when there is no such thing. An address nobody gave out counts as that. */
export const orNotFound = async <Result>(call: () => Promise<Result>): Promise<Result | null> => {
  try {
    return await call()
  } catch (error) {
    const code = refusalCode(error)
    if (code === null) throw error
    const { kind } = errorCodes[code]
    if (kind === 'not_found' || kind === 'invalid') return null
    throw error
  }
}

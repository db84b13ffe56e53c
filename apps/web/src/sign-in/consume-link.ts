import { safeNextPath } from '#navigation/next-path.ts'
import { callSession } from '#session/session-call.ts'

/**
 * Signs in by a mailed link or by its code.
 *
 * @returns The path to go on to.
 * @throws SessionCallError `sign_in_link.not_found`, `sign_in_link.other_browser`, `sign_in_link.code_refused`
 */
export const consumeSignInLink = async (proof: { token: string } | { code: string }): Promise<string> => {
  const { next } = Object(await callSession('/magic-link/consume', proof)) as { next?: unknown }
  return safeNextPath(typeof next === 'string' ? next : null)
}

import { describeWait } from './describe-wait.ts'
import { say, textFor } from './text.ts'
import type { ErrorsTexts } from './texts/errors/texts.ts'
import type { WaitTexts } from './texts/wait/texts.ts'

/** What a customer is told about an error code, whatever stands in its place; one we have no words for is our own fault. */
export const describeError = ({ messages }: ErrorsTexts, code: string): string =>
  textFor(messages, code) ?? messages.internal

/**
 * The same where the answer may say how long to wait.
 *
 * @param refusal.retryAfterSeconds  Null where it does not.
 */
export const describeRefusal = (
  { errors, wait }: { readonly errors: ErrorsTexts; readonly wait: WaitTexts },
  { code, retryAfterSeconds }: { readonly code: string; readonly retryAfterSeconds: number | null },
): string =>
  code === 'rate.limited' && retryAfterSeconds !== null
    ? say(wait.tryAgainIn, { wait: describeWait(retryAfterSeconds, wait) })
    : describeError(errors, code)

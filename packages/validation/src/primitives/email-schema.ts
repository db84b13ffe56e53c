import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { parseEmail } from './email.ts'

/** An address typed into a form; spaces around it are dropped. Fails with `email.invalid`. */
export const emailSchema = z
  .string({ error: 'email.invalid' satisfies ErrorCode })
  .trim()
  .transform((text, context) => {
    const email = parseEmail(text)
    if (email !== null) return email
    context.addIssue({ code: 'custom', message: 'email.invalid' satisfies ErrorCode })
    return z.NEVER
  })

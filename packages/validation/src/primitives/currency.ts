import { z } from 'zod'
import type { ErrorCode } from '@afterword/errors'

const invalid: ErrorCode = 'money.invalid'

/** A currency's three capital letters. Lower case is accepted and raised. */
export const currencySchema = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{3}$/, invalid))

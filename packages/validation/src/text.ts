import { z } from 'zod'
import { toStorableText } from './storable-text.ts'

export { toStorableText } from './storable-text.ts'

/** A text field whose value can be stored or looked for as it is. */
export const textSchema = (params?: Parameters<typeof z.string>[0]) => z.string(params).overwrite(toStorableText)

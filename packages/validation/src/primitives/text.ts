import { z } from 'zod'
import { toStorableText, toTrimmedText } from './storable-text.ts'

export { toStorableText } from './storable-text.ts'

type Params = Parameters<typeof z.string>[0]

/** A text field whose value can be counted, stored or looked for as it is. */
export const textSchema = (params?: Params) => z.string(params).overwrite(toStorableText)

/** The same without spaces around it; a text of which nothing can be seen is empty. */
export const trimmedTextSchema = (params?: Params) => z.string(params).overwrite(toTrimmedText)

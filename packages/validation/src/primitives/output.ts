import { z } from 'zod'
import { encodeId, type IdKind } from './ids.ts'

/** How values leave: a UUID as its outside id, a time as ISO 8601 text. For `.output()` schemas. */
export const outputId = (kind: IdKind) => z.uuid().transform((uuid) => encodeId(kind, uuid))
export const outputTime = z.date().transform((time) => time.toISOString())

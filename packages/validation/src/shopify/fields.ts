import { z } from 'zod'
import { toLine, toPersonName, toTitle } from '../primitives/name.ts'
import { mostCount } from '../primitives/most-count.ts'
import { readPlatformId } from '../primitives/platform-id.ts'

/** Longest text we keep of what is no name. */
const maxTextLength = 500

/** Also absent: a platform leaves keys out as it likes. */
export const anything = z.unknown().optional()

const toIdText = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null
  return typeof value === 'string' ? readPlatformId(value) : null
}

/**
 * A platform id as text, whatever its form: a number, digits that `parseJson` kept as text, or
 * `gid://shopify/Order/…`. Required.
 */
export const requiredId = anything.transform((value, context) => {
  const id = toIdText(value)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'id.invalid' })
  return z.NEVER
})

/** The same where it may be absent; anything else is taken as absent. */
export const optionalId = anything.transform(toIdText)

const optionalLine = (read: (text: string) => string) =>
  anything.transform((value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return null
    const text = read(String(value))
    return text === '' ? null : text
  })

/** One line of text, null when absent or empty. */
export const optionalText = optionalLine((text) => toLine(text, maxTextLength))
/** The name of a product, a line or an order. */
export const optionalTitle = optionalLine(toTitle)
/** The name of a person, as its owner typed it into a shop's form. */
export const optionalPersonName = optionalLine(toPersonName)

const instantText = /^([1-9]\d{3}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|[+-]\d{2}:?\d{2})?$/

/** A time, null when absent or unreadable. Without a zone it is UTC. */
export const optionalInstant = anything.transform((value) => {
  const [, date, time, zone = 'Z'] = typeof value === 'string' ? (instantText.exec(value) ?? []) : []
  if (date === undefined) return null
  const instant = new Date(`${date}T${time}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant
})

/** A web address, null when absent or of another scheme. */
export const optionalUrl = anything.transform((value) => {
  if (typeof value !== 'string' || value.length > 2_000) return null
  const url = URL.parse(value.startsWith('//') ? `https:${value}` : value)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
})

/** A yes or no, false when absent. */
export const flag = anything.transform((value) => value === true || value === 'true')

/** Pieces, as a number or digits. One when absent; anything else is refused. */
export const quantity = anything.transform((value, context) => {
  if (value === undefined || value === null) return 1
  const count = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostCount) return count
  context.addIssue({ code: 'custom', message: 'input.invalid' })
  return z.NEVER
})

/** Pieces where they may be absent; undefined for anything that is no count. */
export const optionalCount = anything.transform((value) => {
  const count = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostCount ? count : undefined
})

/** Twice what the platform allows in one order. */
const maxListLength = 1_000

/** A list of at most 1,000 entries, empty when absent; nulls in it are dropped. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable())
    .max(maxListLength)
    .nullish()
    .transform((items) => (items ?? []).filter((entry): entry is NonNullable<typeof entry> => entry !== null))

import type { Random } from './random.ts'

const hexDigits = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('')

/**
 * A UUIDv7 (RFC 9562 §5.7) for a row that was made at `at`, so that the demo's ids sort by time as
 * those of the database do.
 */
export const createDemoId = (random: Random, at: Date): string => {
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = random.pick(['8', '9', 'a', 'b'])
  const rest = `${variant}${hexDigits(random, 3)}-${hexDigits(random, 12)}`
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hexDigits(random, 3)}-${rest}`
}

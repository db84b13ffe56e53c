import { uuidText } from '@afterword/validation/primitives/uuid-text'

/** A UUIDv4. `crypto.randomUUID` is missing on pages that come over plain http. */
export const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte % 16) + 0x40).toString(16)
    if (index === 8) return ((byte % 64) + 0x80).toString(16)
    return byte.toString(16).padStart(2, '0')
  })
  return uuidText(hex.join(''))
}

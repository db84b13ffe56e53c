import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

/** Keys drawn from the installation's one secret, each for one purpose. */
export interface Keyring {
  /** 32 bytes for one purpose. The same purpose always gives the same key. */
  derive(purpose: string): Uint8Array
  /** HMAC-SHA-256 under the purpose's key. */
  hmac(purpose: string, data: string | Uint8Array): Uint8Array
  /** Encrypts a secret that must be stored and used again (AES-256-GCM). */
  seal(purpose: string, plain: string): Uint8Array
  /** Opens what `seal` made. @throws Error when it was changed or sealed for another purpose. */
  open(purpose: string, sealed: Uint8Array): string
}

/**
 * @param secret  AFTERWORD_SECRET: at least 32 characters.
 * @see RFC 5869 (HKDF)
 */
export const createKeyring = (secret: string): Keyring => {
  const derive = (purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, 'afterword', purpose, 32))
  return {
    derive,
    hmac: (purpose, data) => createHmac('sha256', derive(purpose)).update(data).digest(),
    seal(purpose, plain) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', derive(purpose), nonce)
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(purpose, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', derive(purpose), sealed.subarray(0, nonceLength))
      decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
      const text = sealed.subarray(nonceLength, sealed.length - tagLength)
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    },
  }
}

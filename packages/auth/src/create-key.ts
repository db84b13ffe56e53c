import type { refreshPepper, signingKey } from '@afterword/db/schema'
import type { SQL } from 'drizzle-orm'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'

export const signingKeyPurpose = 'signing-key'
export const pepperPurpose = 'refresh-pepper'

type NewSigningKey = Omit<typeof signingKey.$inferInsert, 'notBefore'> & { notBefore: SQL }

/** A new Ed25519 key pair as the database keeps it: the private half sealed. */
export const createSigningKey = (keyring: Keyring, notBefore: SQL): NewSigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  return {
    kid: randomBytes(9).toString('base64url'),
    alg: 'EdDSA',
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    privateKeySealed: keyring.seal(signingKeyPurpose, der.toString('base64')),
    notBefore,
  }
}

/** A new secret for refresh tokens, sealed. */
export const createPepper = (keyring: Keyring): typeof refreshPepper.$inferInsert => ({
  secretSealed: keyring.seal(pepperPurpose, randomBytes(32).toString('base64')),
})

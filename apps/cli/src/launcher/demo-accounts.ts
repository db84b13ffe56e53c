import type { Keyring } from '@afterword/auth/keyring'

/** The demo shop's credentials. They follow from the installation's secret, so nothing has to keep them. */
export interface DemoAccounts {
  readonly admin: { readonly email: string; readonly password: string }
  readonly operator: { readonly email: string; readonly password: string }
  readonly webhookSecret: string
}

const textOf = (keyring: Keyring, name: string): string =>
  Buffer.from(keyring.hmac('demo-accounts', name)).toString('base64url').slice(0, 16)

export const deriveDemoAccounts = (keyring: Keyring): DemoAccounts => ({
  admin: { email: 'admin@hearth-and-wool.example', password: textOf(keyring, 'admin') },
  operator: { email: 'operator@afterword.example', password: textOf(keyring, 'operator') },
  webhookSecret: textOf(keyring, 'webhook'),
})

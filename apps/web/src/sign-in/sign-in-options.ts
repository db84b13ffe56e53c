import type { Asker, SignedInTokens } from '@afterword/auth/auth'
import { signInWithIdentity } from '@afterword/auth/identity'
import { signInWithPassword } from '@afterword/auth/sign-in'
import type { AuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { safeNextAddress } from '#navigation/next-path.ts'
import { refusalCode } from '#server/caller.ts'
import type { WebDeps } from '#server/deps.ts'
import { configuredProviders, type ProviderProfile, toNextAuthProvider } from './providers.ts'

/** One ceremony: who asks from where, and its result where next-auth's own answer does not hold it. */
export interface Ceremony {
  readonly asker: Asker
  /** Where the person wanted to go. */
  readonly nextPath: string
  tokens: SignedInTokens | null
  /** A failure that is no refusal: too many tries, or the database is away. */
  failure: unknown
}

/** Keeps the tokens of the person who was signed in. @returns Whether there was one */
const keep = async (ceremony: Ceremony, signIn: () => Promise<SignedInTokens>): Promise<boolean> => {
  try {
    ceremony.tokens = await signIn()
    return true
  } catch (error) {
    if (refusalCode(error) !== 'sign_in.refused') ceremony.failure = error
    return false
  }
}

const passwordProvider = (deps: WebDeps, ceremony: Ceremony) =>
  CredentialsProvider({
    credentials: { email: { type: 'email' }, password: { type: 'password' }, remember: { type: 'checkbox' } },
    authorize: async (credentials): Promise<User | null> => {
      const { email = '', password = '', remember } = credentials ?? {}
      const proof = {
        email: email.slice(0, 254),
        password: password.slice(0, 1_000),
        remember: remember === 'true',
      }
      const isSignedIn = await keep(ceremony, async () => await signInWithPassword(deps.auth, proof, ceremony.asker))
      // next-auth needs a user; its own session is not kept.
      return isSignedIn ? { id: 'signed-in' } : null
    },
  })

/** next-auth for one request. It carries the ceremony; no session of its own is kept, nothing is renewed in it. */
export const createSignInOptions = (deps: WebDeps, ceremony: Ceremony): AuthOptions => ({
  secret: Buffer.from(deps.keyring.derive('next-auth')).toString('base64url'),
  session: { strategy: 'jwt', maxAge: 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  providers: [
    passwordProvider(deps, ceremony),
    ...configuredProviders(deps.env.signInProviders).map(toNextAuthProvider),
  ],
  callbacks: {
    signIn: async ({ account, profile }) => {
      if (account?.type !== 'oauth') return true
      // As `toNextAuthProvider` made it.
      const { sub: subject, ...claims } = profile as ProviderProfile
      const identity = { ...claims, subject }
      const isSignedIn = await keep(
        ceremony,
        async () => await signInWithIdentity(deps.auth, identity, ceremony.asker.origin),
      )
      const error = ceremony.failure === null ? 'AccessDenied' : 'unavailable'
      return isSignedIn || `/sign-in?error=${error}&next=${encodeURIComponent(ceremony.nextPath)}`
    },
    // Only paths of our own, whatever the form or the cookie says.
    redirect: ({ url, baseUrl }) => `${baseUrl}${safeNextAddress(url, baseUrl)}`,
  },
})

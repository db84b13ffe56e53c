import { authenticate } from '@afterword/auth/authenticate'
import { readSessionCookies } from '@afterword/auth/cookies'
import type { Principal } from '@afterword/auth/principal'
import { redirect } from 'next/navigation'
import { headers } from 'next/headers'
import { cache } from 'react'
import { signInHref } from '../navigation/next-path.ts'
import { pageCaller, refusalCode, requestContext } from './caller.ts'
import { webDeps } from './deps.ts'

type Visitor =
  | { readonly state: 'signed_in'; readonly kind: Principal['kind'] }
  /** The access token no longer opens anything, but the refresh token may bring a new one. */
  | { readonly state: 'renewable' }
  | { readonly state: 'signed_out' }

/** Who asks for this page, from the access token. Once per request. */
const readVisitor = cache(async (): Promise<Visitor> => {
  const { auth, accessToken } = await requestContext()
  const request = await headers()
  const { refreshToken } = readSessionCookies(request.get('cookie') ?? undefined, webDeps().isSecure)
  try {
    const { principal } = await authenticate(auth, accessToken)
    return { state: 'signed_in', kind: principal.kind }
  } catch (error) {
    if (refusalCode(error) === null) throw error
    return { state: refreshToken === undefined ? 'signed_out' : 'renewable' }
  }
})

/** The address of this page, as proxy.ts noted it. */
const currentPath = async (): Promise<string> => (await headers()).get('x-page-path') ?? '/admin'

const renewHref = (path: string): string => `/api/session/refresh?next=${encodeURIComponent(path)}`

/**
 * The guard of a page that only one kind of visitor may see. It is for their comfort: what a page
 * may read is decided again by every procedure it calls. Whoever may not see it is sent to where
 * they belong; who only needs a new access token gets one on the way and comes back.
 */
export const guardPage = async (kind: 'member' | 'operator'): Promise<void> => {
  const visitor = await readVisitor()
  if (visitor.state === 'renewable') redirect(renewHref(await currentPath()))
  if (visitor.state === 'signed_out') redirect(signInHref(await currentPath()))
  if (visitor.kind !== kind) redirect(visitor.kind === 'operator' ? '/operator' : '/admin/reviews')
}

/** The guard of a page for everybody who is signed in. */
export const guardSignedIn = async (): Promise<'member' | 'operator'> => {
  const visitor = await readVisitor()
  if (visitor.state === 'renewable') redirect(renewHref(await currentPath()))
  if (visitor.state === 'signed_in' && (visitor.kind === 'member' || visitor.kind === 'operator')) return visitor.kind
  return redirect(signInHref(await currentPath()))
}

/** The signed-in member and shop. */
export const memberSession = cache(async () => {
  await guardPage('member')
  const caller = await pageCaller()
  try {
    return await caller.admin.session.get()
  } catch (error) {
    if (refusalCode(error) === null) throw error
    return redirect(signInHref(await currentPath()))
  }
})

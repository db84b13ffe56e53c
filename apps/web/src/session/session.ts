import { authenticate } from '@afterword/auth/authenticate'
import { readSessionCookies } from '@afterword/auth/read-cookies'
import type { Principal } from '@afterword/auth/principal'
import { redirect } from 'next/navigation'
import { headers } from 'next/headers'
import { cache } from 'react'
import { signInHref } from '#navigation/next-path.ts'
import { renewHref } from '#navigation/renew-href.ts'
import { isTurnedAway, pageCaller, requestContext } from '#server/caller.ts'
import { webDeps } from '#server/deps.ts'

type Visitor =
  | { readonly state: 'signed_in'; readonly principal: Principal; readonly accessEnd: number }
  /** The access token no longer opens anything, but the refresh token may bring a new one. */
  | { readonly state: 'renewable' }
  | { readonly state: 'signed_out' }

/** Who asks for this page, from the access token. Once per request. */
const readVisitor = cache(async (): Promise<Visitor> => {
  const { auth, accessToken } = await requestContext()
  const request = await headers()
  const { refreshToken } = readSessionCookies(request.get('cookie') ?? undefined, webDeps().isSecure)
  try {
    const { principal, expiresAt } = await authenticate(auth, accessToken)
    return { state: 'signed_in', principal, accessEnd: expiresAt.getTime() / 1000 }
  } catch (error) {
    if (!isTurnedAway(error)) throw error
    return { state: refreshToken === undefined ? 'signed_out' : 'renewable' }
  }
})

/** The address of this page, as proxy.ts noted it. */
const currentPath = async (): Promise<string> => (await headers()).get('x-page-path') ?? '/admin'

/**
 * The guard of a page that only one kind of visitor may see: it spares the others a page of refusals. What a page may read
 * is decided again by every procedure that it calls. A visitor who may not see it is sent to a page that they may see;
 * one who only needs a new access token gets it on the way and comes back.
 */
export const guardPage = async (kind: 'member' | 'operator'): Promise<void> => {
  const visitor = await readVisitor()
  if (visitor.state === 'renewable') redirect(renewHref(await currentPath()))
  if (visitor.state === 'signed_out') redirect(signInHref(await currentPath()))
  const actual = visitor.principal.kind
  if (actual !== kind) redirect(actual === 'operator' ? '/operator' : '/admin/reviews')
}

/** The guard of a page for every signed-in visitor. @returns When their access token ends, in epoch seconds. */
export const guardSignedIn = async (): Promise<{ kind: 'member' | 'operator'; accessEnd: number }> => {
  const visitor = await readVisitor()
  if (visitor.state === 'renewable') redirect(renewHref(await currentPath()))
  if (visitor.state === 'signed_in') {
    const { kind } = visitor.principal
    if (kind === 'member' || kind === 'operator') return { kind, accessEnd: visitor.accessEnd }
  }
  return redirect(signInHref(await currentPath()))
}

/** Who opens a page that anybody may open: `renewable` when only a refresh would tell. */
export const readVisitorId = async (): Promise<{ readonly userId: string | null; readonly isRenewable: boolean }> => {
  const visitor = await readVisitor()
  const isPerson = visitor.state === 'signed_in' && 'userId' in visitor.principal
  return { userId: isPerson ? visitor.principal.userId : null, isRenewable: visitor.state === 'renewable' }
}
/** The signed-in person's account, whether member or operator. */
export const signedInAccount = cache(async () => {
  await guardSignedIn()
  const caller = await pageCaller()
  try {
    return await caller.admin.account.get()
  } catch (error) {
    if (!isTurnedAway(error)) throw error
    return redirect(signInHref(await currentPath()))
  }
})

/** The signed-in member and shop. */
export const memberSession = cache(async () => {
  await guardPage('member')
  const caller = await pageCaller()
  try {
    return await caller.admin.session.get()
  } catch (error) {
    if (!isTurnedAway(error)) throw error
    return redirect(signInHref(await currentPath()))
  }
})

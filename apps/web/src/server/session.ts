import { authenticate } from '@afterword/auth/authenticate'
import type { Principal } from '@afterword/auth/principal'
import { redirect } from 'next/navigation'
import { headers } from 'next/headers'
import { cache } from 'react'
import { signInHref } from '../navigation/next-path.ts'
import { pageCaller, refusalCode, requestContext } from './caller.ts'

type Visitor =
  | { readonly state: 'signed_in'; readonly kind: Principal['kind'] }
  /** The access token is too old; the browser can renew it. */
  | { readonly state: 'expired' }
  | { readonly state: 'signed_out' }

/** Who asks for this page, from the access token. Once per request. */
const readVisitor = cache(async (): Promise<Visitor> => {
  const { auth, accessToken } = await requestContext()
  try {
    const { principal } = await authenticate(auth, accessToken)
    return { state: 'signed_in', kind: principal.kind }
  } catch (error) {
    if (refusalCode(error) === null) throw error
    return { state: refusalCode(error) === 'access_token.expired' ? 'expired' : 'signed_out' }
  }
})

/** The address of this page, as proxy.ts noted it. */
const currentPath = async (): Promise<string> => (await headers()).get('x-page-path') ?? '/admin'

/**
 * The guard of a page that only one kind of visitor may see. It is for their comfort: what a page
 * may read is decided again by every procedure it calls.
 *
 * @returns False when the session must be renewed first. Everybody else is sent to where they belong.
 */
export const guardPage = async (kind: 'member' | 'operator'): Promise<boolean> => {
  const visitor = await readVisitor()
  if (visitor.state === 'expired') return false
  if (visitor.state === 'signed_out') redirect(signInHref(await currentPath()))
  if (visitor.kind !== kind) redirect(visitor.kind === 'operator' ? '/operator' : '/admin/reviews')
  return true
}

/** The signed-in member and shop; null when the session must be renewed first. */
export const memberSession = cache(async () => {
  if (!(await guardPage('member'))) return null
  const caller = await pageCaller()
  try {
    return await caller.admin.session.get()
  } catch (error) {
    if (refusalCode(error) === null) throw error
    return redirect(signInHref(await currentPath()))
  }
})

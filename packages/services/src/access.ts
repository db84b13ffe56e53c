import type { MemberRole, Principal } from '@afterword/auth/principal'
import { DomainError } from '@afterword/errors'
import type { ServiceContext } from './context.ts'

/** What a shop's member may do, by role. The only place that says so. */
const permissions = {
  'review.read': ['owner', 'moderator', 'viewer'],
  'review.moderate': ['owner', 'moderator'],
  'product.read': ['owner', 'moderator', 'viewer'],
  'review_request.read': ['owner', 'moderator', 'viewer'],
  'widget.read': ['owner', 'moderator', 'viewer'],
  'widget.write': ['owner'],
  'session.read': ['owner', 'moderator', 'viewer'],
} as const satisfies Record<string, readonly MemberRole[]>

export type Permission = keyof typeof permissions
export type Member = Extract<Principal, { kind: 'member' }>
export type Operator = Extract<Principal, { kind: 'operator' }>

/**
 * The member who asks, if the role allows the act. The shop is the member's own: no verb takes a
 * shop id from outside.
 *
 * @throws DomainError `access_token.missing` for anybody who is no member, `permission.denied`
 */
export const requireMember = (ctx: ServiceContext, permission: Permission): Member => {
  const { principal } = ctx
  if (principal.kind === 'anonymous') throw new DomainError('access_token.missing')
  if (principal.kind !== 'member') throw new DomainError('permission.denied')
  const roles: readonly MemberRole[] = permissions[permission]
  if (!roles.includes(principal.role)) throw new DomainError('permission.denied', { details: { permission } })
  return principal
}

/** @throws DomainError `access_token.missing`, `permission.denied` */
export const requireOperator = (ctx: ServiceContext): Operator => {
  const { principal } = ctx
  if (principal.kind === 'anonymous') throw new DomainError('access_token.missing')
  if (principal.kind !== 'operator') throw new DomainError('permission.denied')
  return principal
}

/** Anybody who is signed in, for what concerns their own account. @throws DomainError `access_token.missing` */
export const requireSignedIn = (ctx: ServiceContext): Member | Operator => {
  const { principal } = ctx
  if (principal.kind !== 'member' && principal.kind !== 'operator') throw new DomainError('access_token.missing')
  return principal
}

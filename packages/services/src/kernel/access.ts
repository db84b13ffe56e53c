import { memberRoles } from '@afterword/validation/session/rules'
import type { MemberRole, Principal } from '@afterword/auth/principal'
import { DomainError } from '@afterword/errors'
import type { ServiceContext } from './context.ts'

/** Who may do something, and what else it takes. */
export interface AccessRule {
  /** What it allows, in words of people: `docs/access.md` is written from it. */
  readonly allows: string
  readonly roles: readonly MemberRole[]
  /** Also asks that the person proved who they are at most 15 minutes ago. */
  readonly needsStepUp?: true
}

/** What a shop's member may do, by role. The only place that says so. */
export const accessRules = {
  'review.read': { allows: 'Read reviews, their history and their replies', roles: memberRoles },
  'review.moderate': { allows: 'Publish, reject, restore and answer reviews', roles: ['owner', 'moderator'] },
  'review.export': { allows: 'Download all reviews as a file', roles: ['owner'], needsStepUp: true },
  'product.read': { allows: 'See products', roles: memberRoles },
  'review_request.read': { allows: 'See which review requests were sent', roles: memberRoles },
  'delivery.read': { allows: 'See how review requests fared and who gave up', roles: memberRoles },
  'delivery.resend': { allows: 'Send a fresh link to a customer who gave up', roles: ['owner', 'moderator'] },
  'widget.read': { allows: "See the widget's settings", roles: memberRoles },
  'widget.write': { allows: "Change the widget's settings", roles: ['owner'] },
  'session.read': { allows: 'See who is signed in and for which shop', roles: memberRoles },
  'member.read': { allows: 'See who belongs to the shop', roles: memberRoles },
  'member.write': { allows: 'Invite and remove people and change their roles', roles: ['owner'], needsStepUp: true },
  'audit.read': { allows: 'Read the log of what was done in the shop', roles: ['owner'] },
  'shop.read': { allows: "See the shop's settings", roles: memberRoles },
  'shop.write': { allows: "Change the shop's settings", roles: ['owner'] },
  'shop.secret_write': { allows: 'Enter or replace the webhook secret', roles: ['owner'], needsStepUp: true },
} as const satisfies Record<string, AccessRule>

export type Permission = keyof typeof accessRules
export type Member = Extract<Principal, { kind: 'member' }>
export type Operator = Extract<Principal, { kind: 'operator' }>

/** Whether a role allows an act at all; a proof of who one is may be asked for besides. For what pages offer. */
export const isAllowed = (role: MemberRole, permission: Permission): boolean => {
  const { roles }: AccessRule = accessRules[permission]
  return roles.includes(role)
}

/**
 * The member who asks, if the role allows the act and, where the act asks for it, if they proved who
 * they are lately. The shop is the member's own: no verb takes a shop id from outside.
 *
 * @throws DomainError `access_token.missing` for anybody who is no member, `permission.denied`,
 *   `step_up.required` only to those whose role allows the act
 */
export const requireMember = (ctx: ServiceContext, permission: Permission): Member => {
  const { principal } = ctx
  if (principal.kind === 'anonymous') throw new DomainError('access_token.missing')
  if (principal.kind !== 'member') throw new DomainError('permission.denied')
  const { needsStepUp }: AccessRule = accessRules[permission]
  if (!isAllowed(principal.role, permission)) throw new DomainError('permission.denied', { details: { permission } })
  if (needsStepUp === true && principal.isRecent !== true) throw new DomainError('step_up.required')
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

/** Anyone who holds the machine itself: a command at its console. @throws DomainError `permission.denied` */
export const requireSystem = ({ principal }: Pick<ServiceContext, 'principal'>): void => {
  if (principal.kind !== 'system') throw new DomainError('permission.denied')
}

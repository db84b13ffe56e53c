import type { MemberRole, Principal } from '@afterword/auth/principal'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type AccessRule, accessRules, type Permission, requireMember } from './access.ts'
import { renderAccessPage } from './access-page.ts'
import type { ServiceContext } from './context.ts'

const contextOf = (principal: Principal): ServiceContext => ({ principal }) as ServiceContext
const memberOf = (role: MemberRole, isRecent?: boolean): Principal => ({
  kind: 'member',
  userId: 'u',
  shopId: 's',
  sessionId: 'x',
  role,
  ...(isRecent === undefined ? {} : { isRecent }),
})
const outcome = (principal: Principal, permission: Permission): string => {
  try {
    requireMember(contextOf(principal), permission)
    return 'ok'
  } catch (error) {
    return String(Reflect.get(Object(error), 'code'))
  }
}
const rules = Object.entries(accessRules) as [Permission, AccessRule][]

test.each(rules)('%s is for its roles, and recent proof is asked only of them', (permission, rule) => {
  for (const role of ['owner', 'moderator', 'viewer'] as const) {
    const allowed = rule.roles.includes(role)
    const lately = rule.needsStepUp === true ? 'step_up.required' : 'ok'
    expect(outcome(memberOf(role, true), permission)).toBe(allowed ? 'ok' : 'permission.denied')
    expect(outcome(memberOf(role, false), permission)).toBe(allowed ? lately : 'permission.denied')
    expect(outcome(memberOf(role), permission)).toBe(allowed ? lately : 'permission.denied')
  }
})

test('nobody but a member has any permission', () => {
  const others: Principal[] = [
    { kind: 'operator', userId: 'u', sessionId: 'x' },
    { kind: 'customer', shopId: 's', reviewRequestId: 'r' },
    { kind: 'platform', shopId: 's' },
    { kind: 'system' },
  ]
  for (const [permission] of rules) {
    expect(outcome({ kind: 'anonymous' }, permission)).toBe('access_token.missing')
    for (const principal of others) expect(outcome(principal, permission)).toBe('permission.denied')
  }
})

test('what can take a shop over or carry its data off asks for the password again', () => {
  const guarded = rules.filter(([, rule]) => rule.needsStepUp === true).map(([permission]) => permission)
  expect(guarded).toEqual(['review.export', 'member.write', 'shop.secret_write'])
})

test('docs/access.md says what the table says (update it with `pnpm docs:access`)', async () => {
  await expect(renderAccessPage()).toMatchFileSnapshot(path.join(import.meta.dirname, '../../../../docs/access.md'))
})

import { authenticate, confirmSession } from '@afterword/auth/authenticate'
import { DomainError } from '@afterword/errors'
import type { Principal } from '@afterword/auth/principal'
import { noteCall } from '@afterword/services/kernel/call-trace'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { countIfLinkMiss } from '@afterword/services/asking/link/limit-link-misses'
import { decodeId } from '@afterword/validation/primitives/ids'
import type { RequestContext } from './context.ts'
import { toTrpcError } from './error-map.ts'
import { traceProcedure } from './trace-procedure.ts'
import { t } from './trpc.ts'

const base = t.procedure.use(
  async ({ ctx, path, next }) =>
    await traceProcedure(ctx, path, async () => {
      const result = await next()
      if (!result.ok) throw toTrpcError(result.error)
      return result
    }),
)

const serviceContext = (ctx: RequestContext, principal: ServiceContext['principal']): { service: ServiceContext } => ({
  service: { ...ctx.deps, principal, requestId: ctx.requestId, trace: ctx.trace },
})

/** For anybody: what authorises the call, a link's code for instance, is in its input. */
export const publicProcedure = base.use(
  async ({ ctx, next }) => await next({ ctx: serviceContext(ctx, { kind: 'anonymous' }) }),
)

/**
 * For holders of a mailed link. Links that open nothing are counted for the network they come from; a
 * page rendered in this process is counted by the door that passes it on.
 */
export const linkProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const result = await next()
  const isFromAfar = ctx.replyHeaders !== undefined
  if (!result.ok && isFromAfar) await countIfLinkMiss(ctx.deps, ctx.origin, result.error.cause)
  return result
})

/** A page made for one shop must not read or change another, whatever its browser has switched to. */
const requirePageShop = (principal: Principal, pageShop: string | undefined): void => {
  if (pageShop === undefined || principal.kind !== 'member') return
  if (decodeId('shop', pageShop) !== principal.shopId) throw new DomainError('shop.changed')
}

/** Checks the access token before the input is looked at; writes also ask the session's row. */
export const signedInProcedure = base.use(async ({ ctx, next, type }) => {
  const caller = await authenticate(ctx.auth, ctx.accessToken)
  requirePageShop(caller.principal, ctx.pageShop)
  const principal = type === 'mutation' ? await confirmSession(ctx.auth, caller) : caller.principal
  if (principal.kind === 'member') noteCall(ctx, { shopId: principal.shopId })
  return await next({ ctx: serviceContext(ctx, principal) })
})

/** For members of a shop. Which role may do what stands in services/access. */
export const memberProcedure = signedInProcedure.use(async ({ ctx, next }) => {
  if (ctx.service.principal.kind !== 'member') throw new DomainError('permission.denied')
  return await next()
})

/** For operators of the installation. */
export const operatorProcedure = signedInProcedure.use(async ({ ctx, next }) => {
  if (ctx.service.principal.kind !== 'operator') throw new DomainError('permission.denied')
  return await next()
})

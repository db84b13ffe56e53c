import { changePassword } from '@afterword/auth/change-password'
import { countTokenMiss } from '@afterword/auth/count-token-miss'
import { createSession } from '@afterword/auth/create-session'
import { stepUp } from '@afterword/auth/step-up'
import { DomainError } from '@afterword/errors'
import { acceptInvitation } from '@afterword/services/people/invitation/accept-invitation'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  stepUpSchema,
  switchShopSchema,
} from '@afterword/validation/session/schema'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { originOf } from '../process/request-origin.ts'
import { giveSession, readBody } from '../session/session-transport.ts'
import { findVisitor, goOnInShop, requireSession } from '../session/signed-in.ts'

/**
 * What people do with their own account besides signing in: `/api/session/step-up`, `…/shop`, `…/password` and
 * `…/invitation`.
 */
export const accountRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { auth } = deps

    app.addHook('onRequest', async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
    })

    app.post('/api/session/step-up', async (request) => {
      const principal = await requireSession(deps, request)
      const { password } = readBody(stepUpSchema, request.body)
      await stepUp(auth, principal, { password, origin: originOf(request) })
      return { steppedUp: true }
    })

    app.post('/api/session/shop', async (request, reply) => {
      const own = await requireSession(deps, request)
      const { shopId } = readBody(switchShopSchema, request.body)
      return await goOnInShop(deps, reply, { own, shopId, origin: originOf(request) })
    })

    app.post('/api/session/password', async (request, reply) => {
      const principal = await requireSession(deps, request)
      const { transport, ...passwords } = readBody(changePasswordSchema, request.body)
      const tokens = await changePassword(auth, principal, { ...passwords, origin: originOf(request) })
      return await giveSession(deps, reply, { tokens, transport })
    })

    app.post('/api/session/invitation', async (request, reply) => {
      const body = readBody(acceptInvitationSchema, request.body)
      const origin = originOf(request)
      const visiting = await findVisitor(deps, request)
      const input = { ...body, signedInUserId: visiting?.userId, origin, requestId: request.id }
      const { userId, shopId, provedBy } = await countTokenMiss(
        auth,
        origin,
        async () => await acceptInvitation({ deps: deps.service, input }),
      )
      if (visiting !== null && provedBy === 'session')
        return await goOnInShop(deps, reply, { own: visiting, shopId, origin })
      const tokens = await createSession(auth, userId, { origin, amr: ['pwd'], shopId })
      if (tokens === null) throw new DomainError('sign_in.refused')
      return await giveSession(deps, reply, { tokens, transport: 'cookie' })
    })
  }

import { readJwks } from '@afterword/auth/rotate-keys'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'

/** Half of what a key is published ahead of its use: no cache misses a new one. */
const maxAgeSeconds = 300

/** `/.well-known/jwks.json`: the public keys of access tokens, for anyone who checks them elsewhere. */
export const jwksRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/.well-known/jwks.json', async (_request, reply) => {
      void reply.header('cache-control', `public, max-age=${maxAgeSeconds}`)
      void reply.type('application/jwk-set+json')
      return await readJwks(deps.auth)
    })
  }

import type { Origin } from '@afterword/auth/auth'
import { describeOrigin } from '@afterword/auth/request-origin'
import type { FastifyRequest } from 'fastify'

/** Where a request came from, as far as it is kept. */
export const originOf = (request: FastifyRequest): Origin => describeOrigin(request.ip, request.headers['user-agent'])

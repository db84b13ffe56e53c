import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drain } from './process/drain.ts'

/** Longer than any answer may take (plugins/deadline.ts). */
const lastAnswerMs = 25_000

/**
 * Stops without losing a call: first `/readyz` says no, so that the balancer sends nothing more and
 * callers leave their connections; then the door closes and what is in flight is answered.
 *
 * @param options.drainSeconds  How long a balancer needs to notice; 0 when none stands before us.
 */
export const stopServer = async (
  app: FastifyInstance,
  { drain, drainSeconds }: { drain: Drain; drainSeconds: number },
): Promise<void> => {
  drain.begin()
  await sleep(drainSeconds * 1_000)
  const giveUp = setTimeout(() => app.server.closeAllConnections(), lastAnswerMs)
  await app.close()
  clearTimeout(giveUp)
}

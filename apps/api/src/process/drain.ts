import type { FastifyInstance } from 'fastify'

export interface Drain {
  /** Whether we are about to stop: readiness is off, and no connection is kept. */
  readonly isOn: () => boolean
  readonly begin: () => void
}

export const createDrain = (): Drain => {
  let isOn = false
  return {
    isOn: () => isOn,
    begin() {
      isOn = true
    },
  }
}

/** While we drain, every answer ends its connection: anyone who keeps one would meet a closed door later. */
export const installDrain = (app: FastifyInstance, drain: Drain): void => {
  app.addHook('onSend', async (_request, reply) => {
    if (drain.isOn()) void reply.header('connection', 'close')
  })
}

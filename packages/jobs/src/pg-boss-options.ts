/** The Postgres schema that holds the queue, beside our own `public`. */
export const queueSchema = 'pgboss'

/** Seconds without a sign of life after which a running job is taken from its worker. */
export const heartbeatSeconds = 20

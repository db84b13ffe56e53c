/** The Postgres schema that holds the queue, beside our own `public`. */
export const queueSchema = 'pgboss'

/** Seconds without a sign of life after which a running job is taken from its worker. */
export const heartbeatSeconds = 20

/**
 * pg-boss's own spans stay off, ours take their place (trace-job.ts): they would make a job the child of
 * the call that enqueued it, days later, and call a try that failed by its result a success.
 */
export const ownTelemetry = { enabled: false } as const

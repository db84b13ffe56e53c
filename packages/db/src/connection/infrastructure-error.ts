import postgres from 'postgres'

/**
 * SQLSTATE classes and codes that say "not now", not "wrong": connection, resources, operator
 * intervention, lock and statement time-outs, serialization and deadlock.
 * @see https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const passingStates = /^(?:08|53|57)|^(?:55P03|40001|40P01)$/
/** postgres.js' and Node's codes for a connection that failed. */
const connectionCodes = /^(?:CONNECT|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/

/** Whether an error, or what caused it, is the database's being away rather than a fault of ours. */
export const isInfrastructureError = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof postgres.PostgresError && passingStates.test(error.code)) return true
  if ('code' in error && typeof error.code === 'string' && connectionCodes.test(error.code)) return true
  return isInfrastructureError(error.cause)
}

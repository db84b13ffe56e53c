/** The database's test tools, for packages above services that may not reach the database themselves. */
export { createInvitation, createReview } from '@afterword/db/testing/factories'
export { useTestDatabase } from '@afterword/db/testing/template-db'

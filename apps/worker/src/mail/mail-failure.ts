import { DomainError } from '@afterword/errors'
import { withoutAddresses } from '@afterword/logger'
import type { NodemailerError } from 'nodemailer'

const longestReason = 300

const isNodemailerError = (error: unknown): error is NodemailerError => error instanceof Error && 'code' in error

/** The server's words, or ours, in one line and without anybody's address. */
const describeFailure = (error: unknown): string => {
  const text = isNodemailerError(error) ? (error.response ?? error.message) : String(error)
  return withoutAddresses(text).replace(/\s+/g, ' ').trim().slice(0, longestReason)
}

/**
 * A failed delivery as an error of ours. A mail that was handed over and not answered may arrive. Final is only a 5xx reply to the recipient or the message
 * (RFC 5321, 4.2.1). One to our sign-in or our sender address is a setting of ours that somebody can
 * mend, so it is tried again like a lost connection.
 */
export const toMailError = (error: unknown, isHandedOver = false): DomainError => {
  const isFinal =
    isNodemailerError(error) && error.permanent === true && (error.command === 'RCPT TO' || error.command === 'DATA')
  const details = { reason: describeFailure(error) }
  const isAnswered = isNodemailerError(error) && typeof error.responseCode === 'number'
  if (isHandedOver && !isAnswered) return new DomainError('mail.unanswered', { details, cause: error })
  return new DomainError(isFinal ? 'mail.refused' : 'mail.unavailable', { details, cause: error })
}

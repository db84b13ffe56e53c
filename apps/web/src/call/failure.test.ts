import { type ErrorCode, errorCodes, httpStatusByKind } from '@afterword/errors'
import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { describeCallFailure, isFinalFailure } from './failure.ts'
import { failureMessage } from './failure-message.ts'

const answered = (code: ErrorCode, fields: Record<string, ErrorCode> | null = null) =>
  TRPCClientError.from({
    error: {
      message: errorCodes[code].message,
      code: -32_600,
      data: { code, httpStatus: httpStatusByKind[errorCodes[code].kind], requestId: 'r1', path: null, fields },
    },
  })

test('an unanswered call is never final: it may have arrived', () => {
  expect(isFinalFailure(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe(false)
  expect(isFinalFailure(new Error('anything'))).toBe(false)
})

test('being busy or broken passes; a refusal is final', () => {
  for (const code of ['overloaded', 'unavailable', 'rate.limited', 'internal'] as const) {
    expect(isFinalFailure(answered(code)), code).toBe(false)
  }
  for (const code of ['review.body_required', 'review_link.not_found', 'line_item.not_reviewable'] as const) {
    expect(isFinalFailure(answered(code)), code).toBe(true)
  }
})

test('a refusal keeps its request id and which field it is about', () => {
  const failure = describeCallFailure(answered('review.body_required', { body: 'review.body_required' }))
  expect(failure).toEqual({
    code: 'review.body_required',
    requestId: 'r1',
    fields: { body: 'review.body_required' },
    httpStatus: 400,
  })
})

test('a gateway’s own error page is no answer of ours', () => {
  expect(describeCallFailure(TRPCClientError.from(new SyntaxError('Unexpected token <')))).toBeNull()
  expect(failureMessage(new TypeError('Failed to fetch'))).toContain('Couldn’t reach the server')
})

import { DomainError } from '@afterword/errors'
import { createLogger } from '@afterword/logger'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createErrorPolicy } from './error-policy.ts'

const judgeFailure = createErrorPolicy(createLogger({ name: 'test', level: 'silent' }))
const attempt = { jobId: '1', number: 1, isLast: false, signal: new AbortController().signal }
const judge = (error: unknown) => judgeFailure(error, { name: 'send-review-request', attempt })

test('what another try cannot change is given up, what it may change is tried again', () => {
  expect(judge(new DomainError('mail.refused'))).toEqual({ action: 'give_up', reason: 'mail.refused' })
  expect(judge(new DomainError('shop.not_found'))).toEqual({ action: 'give_up', reason: 'shop.not_found' })
  expect(judge(new DomainError('mail.unavailable'))).toEqual({ action: 'retry', reason: 'mail.unavailable' })
  expect(judge(new DomainError('overloaded')).action).toBe('retry')
})

test('an unknown error is tried again, and its message does not stay with the job', () => {
  expect(judge(new Error('insert into customer (email) values (mina@example.com)'))).toEqual({
    action: 'retry',
    reason: 'internal',
  })
})

test('a job whose data fits no definition is not tried again', () => {
  expect(judge(z.string().safeParse(1).error)).toEqual({ action: 'give_up', reason: 'job_data.invalid' })
})

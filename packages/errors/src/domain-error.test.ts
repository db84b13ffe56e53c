import { expect, test } from 'vitest'
import { DomainError, toDomainError } from './domain-error.ts'

test('an error of another copy of this module is known by what it is', async () => {
  const address = './domain-error.ts?another-copy'
  const other = (await import(/* @vite-ignore */ address)) as { DomainError: typeof DomainError }
  const error = new other.DomainError('access_token.expired')
  expect(other.DomainError).not.toBe(DomainError)
  expect(error).toBeInstanceOf(DomainError)
  expect(toDomainError(error)).toBe(error)
})

test('nothing else is one, whatever its name', () => {
  for (const value of [null, undefined, 'DomainError', {}, new Error('x'), { name: 'DomainError', code: 'internal' }]) {
    expect(value).not.toBeInstanceOf(DomainError)
  }
})

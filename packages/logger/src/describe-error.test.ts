import { expect, test } from 'vitest'
import { describeError } from './describe-error.ts'

test('what is logged of an error and its causes holds no address and no parameter', () => {
  const query = new Error('Failed query: insert into customer values ($1)\nparams: Mina,mina@example.com')
  const refused = Object.assign(new Error('550 <mina@example.com> is gone', { cause: query }), {
    rejected: ['mina@example.com'],
  })
  const description = describeError(new Error('refused', { cause: refused }))
  expect(JSON.stringify(description)).not.toMatch(/mina/i)
  expect(description.cause?.message).toBe('550 <[address]> is gone')
  expect(description.cause?.cause?.message).toBe('Failed query: insert into customer values ($1)')
  expect(description.frames[0]).toMatch(/^at /)
})

test('a thrown value that is no error is described as well', () => {
  expect(describeError('mina@example.com')).toEqual({ name: 'string', message: '[address]', frames: [] })
  expect(describeError({ message: 'gone: mina@example.com', queue: 'a' }).message).toBe('gone: [address]')
  expect(describeError(null).message).toBe('null')
})

import { expect, test } from 'vitest'
import { readLoginQuery } from './login-query.ts'

test('an address in the link is filled in', () => {
  expect(readLoginQuery({ email: 'mina@example.com', phone: 'None' }).email).toBe('mina@example.com')
})

test('"None", "null", "undefined" and nothing mean absent', () => {
  for (const email of ['None', 'null', 'undefined', '', '  ', 'NONE', undefined]) {
    expect(readLoginQuery({ email }).email, String(email)).toBeNull()
  }
})

test('the form’s own answers are read', () => {
  expect(readLoginQuery({ sent: '1' })).toEqual({
    email: null,
    isSent: true,
    error: null,
    retryAfterSeconds: null,
  })
  expect(readLoginQuery({ error: 'email.invalid', email: 'x' })).toEqual({
    email: 'x',
    isSent: false,
    error: 'email.invalid',
    retryAfterSeconds: null,
  })
  expect(readLoginQuery({ error: 'rate.limited', retry: '90' }).retryAfterSeconds).toBe(90)
  for (const retry of ['soon', '-1', '1e9', '9999999']) expect(readLoginQuery({ retry }).retryAfterSeconds).toBeNull()
  expect(readLoginQuery({ sent: '2' }).isSent).toBe(false)
})

test('an endless address is cut instead of shown', () => {
  expect(readLoginQuery({ email: 'a'.repeat(5000) }).email).toHaveLength(254)
})

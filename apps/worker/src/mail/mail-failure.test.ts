import { expect, test } from 'vitest'
import { toMailError } from './mail-failure.ts'

const smtpError = (command: string, response: string) => {
  const responseCode = Number(response.slice(0, 3))
  return Object.assign(new Error('it failed'), {
    code: 'EENVELOPE',
    command,
    response,
    responseCode,
    permanent: responseCode >= 500,
  })
}

test('a 5xx to the recipient or the message is final', () => {
  expect(toMailError(smtpError('RCPT TO', '550 5.1.1 no such user')).code).toBe('mail.refused')
  expect(toMailError(smtpError('DATA', '554 5.7.1 spam')).code).toBe('mail.refused')
})

test('a 4xx, a lost connection and a mistake in our own settings are tried again', () => {
  expect(toMailError(smtpError('RCPT TO', '451 4.7.1 greylisted')).code).toBe('mail.unavailable')
  expect(toMailError(smtpError('AUTH PLAIN', '535 5.7.8 bad credentials')).code).toBe('mail.unavailable')
  expect(toMailError(smtpError('MAIL FROM', '550 sender not allowed')).code).toBe('mail.unavailable')
  expect(toMailError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET' })).code).toBe(
    'mail.unavailable',
  )
})

test('the reason names nobody and stays in one short line', () => {
  const { details } = toMailError(smtpError('RCPT TO', `550-5.1.1 <mina@example.com>: gone\r\n550 ${'x'.repeat(900)}`))
  expect(details?.['reason']).toMatch(/^550-5\.1\.1 <\[address\]>: gone 550 x+$/)
  expect(String(details?.['reason']).length).toBeLessThanOrEqual(300)
})

test('a mail that was handed over may have arrived, unless the server answered that it did not take it', () => {
  const cut = Object.assign(new Error('Connection closed unexpectedly'), { code: 'ECONNECTION' })
  expect(toMailError(cut, true).code).toBe('mail.unanswered')
  expect(toMailError(cut).code).toBe('mail.unavailable')
  expect(toMailError(smtpError('DATA', '451 try later'), true).code).toBe('mail.unavailable')
  expect(toMailError(smtpError('DATA', '554 spam'), true).code).toBe('mail.refused')
})

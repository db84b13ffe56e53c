import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { requireGoodPassword } from './change-password.ts'
import { hashPassword, toPreparedPassword, verifyPassword } from './password.ts'

const phone = 'café crème brûlée'
const mac = phone.normalize('NFD')
const korean = '비밀번호가깁니다열두자'

test('a password fits however its letters were typed, and wherever it was set', async () => {
  for (const [set, tried] of [
    [phone, mac],
    [mac, phone],
    [korean, korean.normalize('NFD')],
    ['four words\u00A0in a row', 'four words in\u3000a row'],
  ] as const) {
    expect(set).not.toBe(tried)
    expect(await verifyPassword(await hashPassword(set), tried)).toBe(true)
  }
})

test('one that was stored before passwords were prepared still fits', async () => {
  for (const stored of [phone, mac, 'wide\u3000space of old']) {
    expect(await verifyPassword(await hash(stored), stored)).toBe(true)
  }
  expect(await verifyPassword(await hash(mac), phone)).toBe(true)
})

test('another case, another letter and a space more are another password', async () => {
  const stored = await hashPassword(phone)
  for (const other of ['Café crème brûlée', 'cafe creme brulee', `${phone} `, 'ｃafé crème brûlée']) {
    expect(await verifyPassword(stored, other)).toBe(false)
  }
  expect(await verifyPassword(null, phone)).toBe(false)
})

test('its length is that of its one spelling', () => {
  const short = 'é'.repeat(11)
  for (const spelling of [short, short.normalize('NFD')]) {
    expect(() => requireGoodPassword(spelling, 'password')).toThrow('12')
  }
  expect(toPreparedPassword(short.normalize('NFD'))).toHaveLength(11)
})

import { expect, test } from 'vitest'
import { withoutAddresses } from './without-addresses.ts'

test.each([
  ['550 <mina@example.com> unknown', '550 <[address]> unknown'],
  ['no such user: a.b+c@sub.example.co.kr, try again', 'no such user: [address], try again'],
  ['"quoted"@example.com', '"quoted"@example.com'],
  ['two@a.example;three@b.example', '[address];[address]'],
  ['@mention and alone@ stay', '@mention and alone@ stay'],
])('of %j only the address goes', (text, expected) => {
  expect(withoutAddresses(text)).toBe(expected)
})

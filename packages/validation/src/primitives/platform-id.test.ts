import { expect, test } from 'vitest'
import { readPlatformId } from './platform-id.ts'

const big = '90071992547409931'

test.each([big, `gid://shopify/Product/${big}`, ` ${big}\n`, `\tgid://shopify/Product/${big} `])(
  'one id, however it is written: %j',
  (text) => {
    expect(readPlatformId(text)).toBe(big)
  },
)

test.each(['', ' ', 'a b', `gid://shopify/${big}`, `gid://other/Product/${big}`, '\0', 'x'.repeat(65)])(
  'no id: %j',
  (text) => {
    expect(readPlatformId(text)).toBeNull()
  },
)

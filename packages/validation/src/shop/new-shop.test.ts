import { expect, test } from 'vitest'
import { newShopSchema } from './new-shop.ts'

const shop = {
  name: ' Hearth & Wool ',
  domain: ' Hearth-And-Wool.myshopify.com',
  currency: 'eur',
  locale: 'ko',
  requestDelayDays: '14',
  owner: { email: 'ada@example.com', name: 'Ada' },
}

test('a shop is read as its platform and its mails write it', () => {
  expect(newShopSchema.parse(shop)).toEqual({
    ...shop,
    name: 'Hearth & Wool',
    domain: 'hearth-and-wool.myshopify.com',
    currency: 'EUR',
    requestDelayDays: 14,
  })
})

test.each([
  [{ name: '  ' }, 'name.invalid'],
  [{ name: undefined }, 'name.invalid'],
  [{ name: 'x'.repeat(121) }, 'name.invalid'],
  [{ domain: undefined }, 'shop.domain_invalid'],
  [{ domain: 'localhost' }, 'shop.domain_invalid'],
  [{ domain: 'https://a.example' }, 'shop.domain_invalid'],
  [{ domain: '10.0.0.1' }, 'shop.domain_invalid'],
  [{ currency: 'EURO' }, 'shop.currency_invalid'],
  [{ locale: 'fr' }, 'shop.locale_invalid'],
  [{ requestDelayDays: '-1' }, 'shop.delay_invalid'],
  [{ requestDelayDays: '' }, 'shop.delay_invalid'],
  [{ requestDelayDays: '1.5' }, 'shop.delay_invalid'],
  [{ requestDelayDays: 'soon' }, 'shop.delay_invalid'],
  [{ requestDelayDays: '61' }, 'shop.delay_invalid'],
  [{ webhookSecret: 'short' }, 'shop.secret_invalid'],
  [{ webhookSecret: 'with a space in the middle' }, 'shop.secret_invalid'],
  [{ replyToEmail: 'x' }, 'email.invalid'],
  [{ owner: { email: 'x', name: 'Ada' } }, 'email.invalid'],
])('%j is refused: %s', (change, code) => {
  const result = newShopSchema.safeParse({ ...shop, ...change })
  expect(result.error?.issues.map(({ message }) => message)).toEqual([code])
})

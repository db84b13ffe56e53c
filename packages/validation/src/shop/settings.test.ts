import { expect, test } from 'vitest'
import { changeSettingsSchema } from './settings.ts'

test.each([
  [{ name: '  Hearth & Wool ' }, { name: 'Hearth & Wool' }],
  [{ websiteUrl: 'shop.example' }, { websiteUrl: 'https://shop.example/' }],
  [{ websiteUrl: 'http://Shop.Example/a?b=c' }, { websiteUrl: 'http://shop.example/a?b=c' }],
  [{ websiteUrl: '  ' }, { websiteUrl: null }],
  [{ logoUrl: null }, { logoUrl: null }],
  [{ accentColor: ' #17594A' }, { accentColor: '#17594a' }],
  [{ requestDelayDays: '0' }, { requestDelayDays: 0 }],
  [{ replyToEmail: '' }, { replyToEmail: null }],
  [{ replyToEmail: ' help@shop.example ' }, { replyToEmail: 'help@shop.example' }],
  [{ postalAddress: '1 Main St\nBerlin' }, { postalAddress: '1 Main St\nBerlin' }],
  [{}, {}],
])('%j is read as %j, and what is left out stays', (input, output) => {
  expect(changeSettingsSchema.parse(input)).toEqual(output)
})

test.each([
  [{ name: '' }, 'name.invalid'],
  [{ name: null }, 'name.invalid'],
  [{ websiteUrl: 'javascript:alert(1)' }, 'website.address_invalid'],
  [{ websiteUrl: 'https://user:pw@shop.example' }, 'website.address_invalid'],
  [{ websiteUrl: 'shop' }, 'website.address_invalid'],
  [{ logoUrl: 'data:image/svg+xml,<svg/>' }, 'website.address_invalid'],
  [{ accentColor: 'green' }, 'shop.color_invalid'],
  [{ accentColor: '#fff' }, 'shop.color_invalid'],
  [{ locale: 'kok' }, 'shop.locale_invalid'],
  [{ requestDelayDays: '' }, 'shop.delay_invalid'],
  [{ requestDelayDays: 61 }, 'shop.delay_invalid'],
  [{ replyToEmail: 'no address' }, 'email.invalid'],
  [{ postalAddress: 'x'.repeat(501) }, 'shop.postal_address_invalid'],
])('%j is refused: %s', (input, code) => {
  const { error } = changeSettingsSchema.safeParse(input)
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([[Object.keys(input)[0], code]])
})

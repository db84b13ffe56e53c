import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEmail, parseEmail, toMailbox } from './email.ts'
import { emailSchema } from './email-schema.ts'

describe('parseEmail', () => {
  it.each([
    ['mina@example.com', 'mina@example.com'],
    ['Mina.Kim+shop@Example.COM', 'Mina.Kim+shop@example.com'],
    ["o'neil_x@sub.example.co.uk", "o'neil_x@sub.example.co.uk"],
    ['a@xn--3e0b707e.xn--3e0b707e', 'a@xn--3e0b707e.xn--3e0b707e'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('reads %s', (text, email) => {
    expect(parseEmail(text)).toBe(email)
  })

  it.each([
    'Mina <mina@example.com>',
    'a@b.com, c@d.com',
    'friends: a@b.com;',
    'a@b.com\r\nBcc: c@d.com',
    'a@b.com\n',
    ' a@b.com',
    'a@b.com ',
    'a b@c.com',
    '"a b"@c.com',
    'a(comment)@b.com',
    'a@[192.0.2.1]',
    'a@192.0.2.1',
    'a@localhost',
    'a@@b.com',
    'a@b@c.com',
    '.a@b.com',
    'a.@b.com',
    'a..b@c.com',
    'a@-b.com',
    'a@b-.com',
    'a@b..com',
    'a@b.com.',
    'a@b.c0m',
    'ä@b.com',
    'a@bücher.de',
    'a@b.com\u0000',
    'a',
    '@',
    '',
    'example string',
    `${'a'.repeat(65)}@b.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
    null,
    undefined,
    5,
    ['a@b.com'],
  ])('refuses %j', (text) => {
    expect(parseEmail(text)).toBeNull()
  })

  it.each([
    ['taro..yamada.@docomo.ne.jp', '"taro..yamada."@docomo.ne.jp'],
    ['.taro@EZWEB.ne.jp', '".taro"@ezweb.ne.jp'],
    ['a-_-.-_-b..@t.vodafone.ne.jp', '"a-_-.-_-b.."@t.vodafone.ne.jp'],
    ['taro.yamada@docomo.ne.jp', 'taro.yamada@docomo.ne.jp'],
    ['mina@example.com', 'mina@example.com'],
  ])('reads %s, which a mail writes as %s', (text, mailbox) => {
    const email = parseEmail(text)
    expect(email?.toLowerCase()).toBe(text.toLowerCase())
    expect(toMailbox(email ?? '')).toBe(mailbox)
    expect(parseEmail(`"${text.replace('@', '"@')}`)).toBe(text.toLowerCase().endsWith('.jp') ? email : null)
  })

  it.each([
    'taro..yamada.@docomo.ne.jp.example.com',
    'taro..yamada.@notdocomo.ne.jp',
    '"ta ro.."@docomo.ne.jp',
    '"ta\\"ro.."@docomo.ne.jp',
    '"taro@docomo.ne.jp',
    '""@docomo.ne.jp',
    '@docomo.ne.jp',
    'ta,ro..@docomo.ne.jp',
    'taro..\r\n@docomo.ne.jp',
  ])('refuses %j', (text) => {
    expect(parseEmail(text)).toBeNull()
  })

  it('never lets through anything that could end a header or an SMTP command', () => {
    const fragment = fc.constantFrom(
      'a',
      '@',
      'b.com',
      '\r',
      '\n',
      ' ',
      '<',
      '>',
      ',',
      ';',
      ':',
      '"',
      '\\',
      '(',
      ')',
      '\u0000',
      '\u2028',
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 8 }), (parts) => {
        const email = parseEmail(parts.join(''))
        return email === null || /^[^\s<>,;:"\\()\p{Cc}]+$/u.test(email)
      }),
    )
  })
})

describe('emailSchema', () => {
  it('drops spaces around an address and names its error', () => {
    expect(emailSchema.parse(' mina@example.com ')).toBe('mina@example.com')
    expect(emailSchema.safeParse('mina').error?.issues[0]?.message).toBe('email.invalid')
  })
})

const repository = path.resolve(import.meta.dirname, '../../../..')
const shared = process.env['AFTERWORD_SHARED_DATA'] ?? path.join(repository, '../shared/data')
const verdictFile = path.join(shared, 'bad-input/email/isemail_tests.xml')
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decodeEntity = (name: string): string => {
  const [, hex] = /^#x([\da-f]+)$/i.exec(name) ?? []
  return hex === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number.parseInt(hex, 16))
}
const decode = (text: string): string =>
  text
    .replaceAll(/&(#?\w+);/g, (_, name: string) => decodeEntity(name))
    // The file writes a control character as its picture (U+2400 and up).
    .replaceAll(/[\u2400-\u241f]/g, (picture) => String.fromCodePoint((picture.codePointAt(0) ?? 0) - 0x2400))

/** isemail's categories that mean "deliverable as it stands"; quoted strings and literals among them are refused on purpose. */
const acceptable = new Set(['ISEMAIL_VALID_CATEGORY', 'ISEMAIL_DNSWARN', 'ISEMAIL_RFC5321'])

describe.skipIf(!existsSync(verdictFile))('isemail’s 164 addresses (skipped without ../shared/data)', () => {
  const xml = existsSync(verdictFile) ? readFileSync(verdictFile, 'utf8') : ''
  const cases = [...xml.matchAll(/<test id="\d+">(.*?)<\/test>/gs)].map(([, test = '']) => ({
    address: decode(/<address>(.*?)<\/address>/s.exec(test)?.[1] ?? ''),
    category: /<category>(.*?)<\/category>/.exec(test)?.[1] ?? '',
  }))
  const accepted = cases.filter(({ address }) => parseEmail(address) !== null)

  it('are all read', () => {
    expect(cases).toHaveLength(164)
  })

  it('include no accepted address that the file calls an error or obsolete', () => {
    expect(accepted.filter(({ category }) => !acceptable.has(category))).toEqual([])
  })

  it('lose, of those it calls valid, only the host without a dot', () => {
    const refused = cases.filter(
      ({ address, category }) => category === 'ISEMAIL_VALID_CATEGORY' && parseEmail(address) === null,
    )
    expect(refused.map(({ address }) => address)).toEqual(['test@io'])
  })
})

it('every spelling of an address folds to one, and what only looks like one folds to none', () => {
  for (const text of ['Kim@Shop.Example', ' kim@shop.example\t', 'KIM@SHOP.EXAMPLE']) {
    expect(foldEmail(text)).toBe('kim@shop.example')
  }
  for (const text of ['\u212Aim@shop.example', 'k\u0130m@shop.example', 'ki\u0301m@shop.example', 'kim', '']) {
    expect(foldEmail(text), text).toBeNull()
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, nameLimits, toLine, toPersonName, toTitle, toUnlinked } from './name.ts'

describe("a person's name", () => {
  test.each([
    'Mina Kim',
    '김민아',
    '山田 太郎',
    'José María Aznar-López',
    "O'Brien",
    'J.R.R. Tolkien',
    'Dr. med. Anna Müller',
    'Martin Luther King Jr.',
    'محمد بن سلمان',
    'משה כהן',
    'สมชาย ใจดี',
    'नरेन्द्र मोदी',
    'Nguyễn Thị Minh Khai',
    'Ольга Иванова',
    'Ἀριστοτέλης',
    'ကိုအောင်',
    'Zoë 👩‍👩‍👧',
    'क्ष‍ (ZWJ)',
    'Wolfeschlegelsteinhausenbergerdorff',
    'X Æ A-12',
    'Jean-Luc / Anne',
    'Kollege:in',
  ])('in any script stays as it is: %s', (name) => {
    expect(toPersonName(name)).toBe(name)
  })

  test.each([
    ['http://evil.example', 'evil. example'],
    ['Mina https://evil.example/a?b=c now', 'Mina evil. example/a?b=c now'],
    ['evil.example', 'evil. example'],
    ['www.evil.example', 'www. evil. example'],
    ['t.co/x', 't. co/x'],
    ['a@evil.example', 'a evil. example'],
    ['mailto:a@evil.example', 'a evil. example'],
    ['javascript:alert(1)', 'alert(1)'],
    ['evil。example', 'evil。 example'],
    ['배송.한국', '배송. 한국'],
    ['xn--mgba3a4f16a.xn--p1ai', 'xn--mgba3a4f16a. xn--p1ai'],
    ['http://hthttp://tp://evil.example', 'evil. example'],
    ['evil.e\u202Elpmaxe', 'evil. elpmaxe'],
    ['Mina\r\nBcc: c@evil.example', 'Mina Bcc: c evil. example'],
  ])('%j becomes no link', (typed, shown) => {
    expect(toPersonName(typed)).toBe(shown)
  })

  test('whatever is typed: no scheme, no address and no host name is left, and it is one short line', () => {
    const piece = fc.constantFrom(
      'http',
      '://',
      ':',
      '/',
      '.',
      '@',
      'evil',
      'example',
      'co',
      'a',
      '1',
      ' ',
      '\n',
      '。',
      '김',
      '\u202E',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const name = toPersonName(pieces.join(''))
        expect(name).not.toMatch(/:\/\/|\S[@＠]\S|[\p{L}\p{N}][.。][\p{L}-][\p{L}\p{N}-]|[\n\u202E]/u)
        expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(nameLimits.person)
      }),
    )
  })
})

test('a name or title beyond all names is cut between characters and says so', () => {
  expect(toPersonName('👩‍👩‍👧'.repeat(500))).toBe(`${'👩‍👩‍👧'.repeat(nameLimits.person - 1)}…`)
  expect(toTitle('x'.repeat(500))).toBe(`${'x'.repeat(nameLimits.title - 1)}…`)
  expect(toLine('x'.repeat(80), 80)).toBe('x'.repeat(80))
})

test('numbers and ends of sentences are no host names', () => {
  for (const text of ['Throw 2.0', 'Size 10.50 m', 'Well made. Really', 'Nr.5']) expect(toUnlinked(text)).toBe(text)
})

test('a text that is made to fit has no more code points than it may, and ends at the end of a character', () => {
  expect(fitText('Mina', 4)).toBe('Mina')
  expect(fitText('Minako', 4)).toBe('Min…')
  expect(fitText('a👩‍👩‍👧b', 5)).toBe('a…')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (text, maxLength) => {
      expect(Array.from(fitText(text, maxLength)).length).toBeLessThanOrEqual(maxLength)
    }),
  )
})

import { reviewContentSchema } from '@afterword/validation/review/schema'
import { toPersonName } from '@afterword/validation/primitives/name'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownNames } from '../testing/shown-names.ts'
import { displayName } from './display-name.ts'

test('the name that we fill in is never refused, whatever the platform calls the customer', () => {
  const names = [
    ['x'.repeat(200), 'Kim'],
    ['👩‍👩‍👧'.repeat(80), 'ß'],
    [toPersonName('Adélaïde '.repeat(40)), null],
    ['\u00AD', 'Kim'],
  ] as const
  for (const [firstName, lastName] of names) {
    const authorName = displayName({ firstName, lastName })
    expect(reviewContentSchema.parse({ rating: 5, body: 'Soft.', authorName }).authorName).toBe(authorName)
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      (firstName, lastName) => {
        const authorName = displayName({ firstName, lastName })
        expect(reviewContentSchema.safeParse({ rating: 5, body: 'Soft.', authorName }).success).toBe(true)
        expect(authorName).not.toBe('')
      },
    ),
  )
})

describe.each(Object.entries(shownNames))('%s', (_title, names) => {
  test.each(names)('%s %s → %s', (firstName, lastName, expected) => {
    expect(displayName({ firstName, lastName })).toBe(expected)
  })
})

const bare = (text: string): string => text.normalize('NFKD').replaceAll(/\P{L}/gu, '').toUpperCase().toLowerCase()

const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, ''),
  (text) => text.replaceAll('’', ''),
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll('’', '`'),
  (text) => text.replaceAll('’', ' '),
  (text) => text.replaceAll('-', ' '),
  (text) => text.replaceAll('-', '\u2011'),
  (text) => text.replaceAll(' ', '-'),
  (text) => text.replaceAll(/[ -]/g, ''),
  (text) => text.replaceAll(' ', '\u00A0'),
]
const orders: readonly ((given: string, family: string) => string)[] = [
  (given, family) => `${given} ${family}`,
  (given, family) => `${family} ${given}`,
  (given, family) => `${family}, ${given}`,
  (given, family) => `${family},${given}`,
  (given, family) => `${given} (${family})`,
  (given, family) => `${given}.${family}`,
  (given, family) => `${given}_${family}`,
  (given, family) => `${given}-${family}`,
  (given, family) => `Mrs. ${given} ${family}`,
  (given, family) => `${given} ${family}, PhD`,
  (given, family) => `${given} ${family} Jr.`,
]
const lastFields: readonly ((family: string) => string)[] = [
  (family) => family,
  (family) => `Mrs ${family}`,
  (family) => `Dr. ${family}`,
  (family) => `(${family})`,
  (family) => `${family}, Jr.`,
  (family) => `${family}, Jane`,
]

const families = ['Doe', 'García', 'O’Brien', 'Doe-Smith', 'van den Berg', 'Müller', 'Петров', 'Şahin']

test('a family name that the first field repeats is not shown, however both are spelled and wherever it stands', () => {
  const wrong: string[] = []
  const check = (family: string, firstName: string, lastName: string): void => {
    const name = displayName({ firstName, lastName })
    if (bare(name).includes(bare(family)) || !/^\S+ \S+$/u.test(name))
      wrong.push(`${firstName} | ${lastName} → ${name}`)
  }
  for (const family of families) {
    const spelled = [...new Set(spellings.map((spell) => spell(family)))]
    for (const order of orders) {
      for (const one of spelled) for (const other of spelled) check(family, order('Jane', one), other)
      for (const toLast of lastFields) check(family, order('Jane', family), toLast(family))
    }
  }
  expect(wrong).toEqual([])
})

test('something is left of a name, whatever the two fields repeat of each other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Jane', 'Doe', 'Al-Amin', 'Mrs', 'de', '조', 'D’'), { maxLength: 4 }),
      (words) => {
        const given = words.join(' ')
        for (const lastName of ['Jane', 'Doe, Jane', 'Jane Doe', 'Mrs', 'Al Saud', '조수빈', null])
          expect(displayName({ firstName: given, lastName })).toMatch(/^\S/u)
      },
    ),
  )
})

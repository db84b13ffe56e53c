import { expect, test } from 'vitest'
import { deskActs, deskKeyOf, deskKeys } from './desk-key.ts'

const press = (key: string, code: string, shiftKey = false): string => deskKeyOf({ key, code, shiftKey })

const codes = ['KeyJ', 'KeyK', 'KeyP', 'KeyR', 'KeyE', 'KeyZ'] as const

test.each([
  ['US', 'jkprez'],
  ['US with Caps Lock', 'JKPREZ'],
  ['Hangul', 'ㅓㅏㅔㄱㄷㅋ'],
  ['Cyrillic', 'олзкуя'],
  ['Cyrillic with Caps Lock', 'ОЛЗКУЯ'],
  ['Greek', 'ξκπρεζ'],
  ['Hebrew', 'חלפרקז'],
  ['Arabic', 'تنحقثئ'],
  ['Thai, where some keys type marks', '่ายพำผ'],
  ['Devanagari, where some keys type marks', 'रकजीाे'],
  ['kana', 'まのせすいつ'],
  ['full-width Latin', 'ｊｋｐｒｅｚ'],
])('the letters of the desk are found on a %s layout', (_, typed) => {
  expect(
    Array.from(typed)
      .map((key, index) => press(key, codes[index] ?? ''))
      .join(''),
  ).toBe('jkprez')
})

test('a Latin layout finds each letter where it types it, and nothing where it types a sign', () => {
  // Dvorak: J lies at KeyC, P at KeyR, E at KeyD, and KeyE and KeyZ type signs.
  expect([press('j', 'KeyC'), press('p', 'KeyR'), press('e', 'KeyD')]).toEqual(['j', 'p', 'e'])
  expect([press('.', 'KeyE'), press(';', 'KeyZ'), press('h', 'KeyJ')]).toEqual(['.', ';', 'h'])
  // QWERTZ and AZERTY.
  expect([press('z', 'KeyY'), press('y', 'KeyZ'), press('w', 'KeyZ')]).toEqual(['z', 'y', 'w'])
  expect(press('é', 'KeyE')).toBe('é')
})

test('signs are what the layout types, wherever their keys lie', () => {
  expect([press('/', 'Digit7', true), press('?', 'Minus', true), press('/', 'KeyQ')]).toEqual(['/', '?', '/'])
  expect([press('.', 'Slash'), press('§', 'Slash', true)]).toEqual(['.', '§'])
  expect([press('め', 'Slash'), press('ฦ', 'Slash', true)]).toEqual(['/', '?'])
})

test('a key with a name keeps it', () => {
  expect([press('Escape', 'Escape'), press('Dead', 'KeyE'), press('', '')]).toEqual(['escape', 'dead', ''])
})

test('no two acts of the desk have one key', () => {
  expect(new Set(Object.values(deskKeys)).size).toBe(deskActs.length)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLocalAddress, readLocalPath } from './local-path.ts'

const ours = 'https://ours.example'

const leadAway = [
  '//evil.example',
  String.raw`/\evil.example`,
  String.raw`\/evil.example`,
  String.raw`\\evil.example`,
  'https:evil.example',
  'https://evil.example',
  'https://evil.example/x',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/..//evil.example/x',
  '/.//evil.example',
  '/%2e%2e//evil.example',
  '/a/..//evil.example',
  String.raw`/a/..\/evil.example`,
  '/a/%2E%2e//evil.example?x#y',
  '///evil.example',
  '/\0/evil.example',
  '/\u0085/evil.example',
]

test.each([...leadAway, ' /admin', 'evil.example', '', null, undefined])('%j is no path of our own', (next) =>
  expect(readLocalPath(next)).toBeNull(),
)

test.each([
  ['/', '/'],
  ['/admin/reviews?status=published&rating=2', '/admin/reviews?status=published&rating=2'],
  ['/admin/reviews?status=pending&x=//y#z', '/admin/reviews?status=pending&x=//y#z'],
  ['/a/../b', '/b'],
  ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
  ['/a//b', '/a//b'],
  ['/이름?q=값', '/%EC%9D%B4%EB%A6%84?q=%EA%B0%92'],
])('%j is one, and goes on as %j', (next, path) => expect(readLocalPath(next)).toBe(path))

/** Pieces that paths leading away are made of, in any order, between texts of any kind. */
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\r',
    '\0',
    '@',
    ':',
    '?',
    '#',
  ),
  fc.constantFrom(
    'evil.example',
    'https:',
    'javascript:',
    ' ',
    '\u00A0',
    '\u3002',
    '\uFF0F',
    '\uD800',
    '[',
    '%',
    '%00',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
)

test('whatever goes in, neither it nor what comes out leaves our origin, and reading it again changes nothing', () => {
  let accepted = 0
  fc.assert(
    fc.property(hostile, (text) => {
      const path = readLocalPath(text)
      if (path === null) return
      accepted += 1
      expect(new URL(text, ours).origin).toBe(ours)
      expect(new URL(path, ours).origin).toBe(ours)
      expect(new URL(path, new URL(path, ours)).origin).toBe(ours)
      expect(path).toMatch(/^\/(?!\/)[\x21-\x5B\x5D-\x7E]*$/)
      expect(readLocalPath(path)).toBe(path)
    }),
    { numRuns: 20_000 },
  )
  expect(accepted).toBeGreaterThan(2_000)
})

test('a whole address of ours gives its path, and one that only begins like ours gives none', () => {
  expect(readLocalAddress(`${ours}/admin/widget?a=1`, ours)).toBe('/admin/widget?a=1')
  expect(readLocalAddress('/admin/widget', ours)).toBe('/admin/widget')
  for (const address of [ours, `${ours}.evil.example/x`, `${ours}@evil.example/`, 'https://evil.example/', '']) {
    expect(readLocalAddress(address, ours), address).toBeNull()
  }
  for (const away of leadAway) expect(readLocalAddress(`${ours}${away}`, ours), away).toBeNull()
})

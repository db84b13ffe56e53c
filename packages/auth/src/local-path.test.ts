import { expect, test } from 'vitest'
import { toLocalPath } from './local-path.ts'

test.each([
  '//evil.example',
  String.raw`/\evil.example`,
  String.raw`\\evil.example`,
  'https:evil.example',
  'https://evil.example/x',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  'evil.example',
  '',
  undefined,
])('%j leads to the start page', (next) => expect(toLocalPath(next)).toBe('/'))

test.each(['/admin/reviews', '/admin/reviews?status=pending&x=//y#z', '/a/../b', '/%2F%2Fevil.example'])(
  '%j stays on our own origin',
  (next) => expect(new URL(toLocalPath(next), 'https://ours.example').host).toBe('ours.example'),
)

import { expect, test } from 'vitest'
import { redactUrl } from './index.ts'

const code = 'Ab_-'.repeat(16)

test.each(['/write/detail/', '/write/unsubscribe/', '/unsubscribe/', '/invite/', '/reset-password/', '/sign-in/link/'])(
  'the code after %s stays out of the log, also in the address of a page to come back to',
  (page) => {
    expect(redactUrl(`${page}${code}?rating=5`)).toBe(`${page}[code]?rating=5`)
    const back = redactUrl(`/api/session/refresh?next=${encodeURIComponent(page + code)}`)
    expect(back).not.toContain(code)
    expect(back).toContain('[code]')
  },
)

test('a code of an older system stays out of the log too', () => {
  expect(redactUrl('/write/detail/fb28fe2f?rating=5')).toBe('/write/detail/[code]?rating=5')
  expect(redactUrl('/sign-in?next=%2Fwrite%2Fdetail%2FFB28FE2F')).not.toContain('FB28FE2F')
})

test('an address without a code is left as it is', () => {
  for (const url of ['/admin/reviews?id=rev_01', '/sign-in?next=%2Fadmin', '/invite/short', '/write/login/hearth01']) {
    expect(redactUrl(url)).toBe(url)
  }
})

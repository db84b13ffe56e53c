import { doorTexts } from '@afterword/language/texts/door/texts'
import { expect, test } from 'vitest'
import { sendAgainPage, sendFormAgainPage } from './send-again-page.ts'
import { pageInstead } from './wait-page.ts'

const asked = (language: string, method: string) => ({
  method,
  headers: { accept: 'text/html', 'accept-language': language },
})
const at = '/write/detail/x'

test.each(['busy', 'away', 'fault'] as const)(
  'a page in place of another (%s) calls nothing safe that may stand in the browser alone',
  (reason) => {
    const texts = ['en', 'ko'].flatMap((language) =>
      ['GET', 'POST'].map((method) => pageInstead(reason, asked(language, method), at)),
    )
    expect(texts.join(' ')).not.toMatch(/written is safe|still in the form|내용은 안전|내용은 그대로 남아/)
  },
)

test('who has sent a form that was not taken is asked to stay on the page that holds it', () => {
  const pages = (language: 'en' | 'ko') => [
    pageInstead('away', asked(language, 'POST'), at),
    sendAgainPage({ body: 'Soft.' }, language),
    sendFormAgainPage({ email: 'mina@example.com' }, language),
  ]
  for (const page of pages('en')) expect(page).toContain('stay on this page')
  for (const page of pages('ko')) expect(page).toContain('이 페이지를 벗어나지 마시고')
})

test.each([
  ['fr, ko;q=0.8', 'ko'],
  ['kok', 'en'],
  ['en;q=0.5, ko-KR', 'ko'],
])('a customer who asks for %s is answered in the language they read best: %s', (header, language) => {
  expect(pageInstead('away', asked(header, 'GET'), at)).toContain(`<html lang="${language}">`)
  expect(pageInstead('away', asked(header, 'GET'), '/admin/reviews')).toContain('<html lang="en">')
})

test('no text of these pages is markup, because they are put in as they are', () => {
  expect(JSON.stringify(doorTexts)).not.toMatch(/[<>&]/)
})

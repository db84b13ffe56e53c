import type { IncomingHttpHeaders } from 'node:http'
import { renderPlainPage } from './plain-page.ts'
import { languageFor } from './reader-language.ts'
import { isForPerson } from './wait-page.ts'

type Refused = 'address.too_long' | 'body.too_large' | 'headers.too_large' | 'request.invalid' | 'request.too_slow'
type Words = Readonly<Record<Refused, { readonly title: string; readonly text: string }>>

const en: Words = {
  'address.too_long': {
    title: 'This address is too long',
    text: 'Open the link from your mail again, or enter a shorter address.',
  },
  'body.too_large': {
    title: 'What you sent is too long',
    text: 'It hasn’t been saved. Go back, shorten your text and send it again.',
  },
  'headers.too_large': {
    title: 'Your browser sends too many cookies',
    text: 'Your browser sends too many cookies for this site, so we can’t read its request. Delete this site’s cookies in your browser’s settings and open the page again. If you were signed in, you will have to sign in again.',
  },
  'request.invalid': {
    title: 'We can’t read what your browser sent',
    text: 'Nothing was changed. Go back and try again, or try another browser.',
  },
  'request.too_slow': {
    title: 'What you sent didn’t arrive in time',
    text: 'It hasn’t been saved. Check your connection, go back and send it again: your text is still in the form.',
  },
}

const ko: Words = {
  'address.too_long': {
    title: '주소가 너무 깁니다',
    text: '메일의 링크를 다시 열거나 더 짧은 주소를 입력해 주세요.',
  },
  'body.too_large': {
    title: '보내신 내용이 너무 깁니다',
    text: '아직 저장되지 않았습니다. 뒤로 가서 내용을 줄인 뒤 다시 보내 주세요.',
  },
  'headers.too_large': {
    title: '브라우저가 보내는 쿠키가 너무 많습니다',
    text: '브라우저가 이 사이트의 쿠키를 너무 많이 보내 요청을 읽을 수 없습니다. 브라우저 설정에서 이 사이트의 쿠키를 삭제한 뒤 페이지를 다시 열어 주세요. 로그인하셨다면 다시 로그인해야 합니다.',
  },
  'request.invalid': {
    title: '브라우저가 보낸 요청을 읽을 수 없습니다',
    text: '바뀐 것은 없습니다. 뒤로 가서 다시 시도하거나 다른 브라우저를 사용해 주세요.',
  },
  'request.too_slow': {
    title: '보내신 내용이 제시간에 도착하지 않았습니다',
    text: '아직 저장되지 않았습니다. 연결 상태를 확인하고 뒤로 가서 다시 보내 주세요. 내용은 그대로 남아 있습니다.',
  },
}

const words = { en, ko }

/** What of a request says who reads its answer; headers by their names in lower case. */
export interface RefusedRequest {
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/**
 * What a person reads whose request was refused before any of it was looked at.
 *
 * @param asked  Null where it is not known: a person is most likely to read it, in one language or the other.
 * @returns HTML, or undefined for a program, which is answered in JSON.
 */
export const refusedPage = (code: Refused, asked: RefusedRequest | null): string | undefined => {
  if (asked === null) {
    const korean = `<h2 lang="ko">${ko[code].title}</h2><p lang="ko">${ko[code].text}</p>`
    return renderPlainPage({ language: 'en', title: en[code].title, content: `<p>${en[code].text}</p>${korean}` })
  }
  if (!isForPerson(asked, asked.url)) return undefined
  const language = languageFor(asked, asked.url)
  const { title, text } = words[language][code]
  return renderPlainPage({ language, title, content: `<p>${text}</p>` })
}

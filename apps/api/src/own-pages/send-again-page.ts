import { renderPlainPage } from './plain-page.ts'

const words = {
  en: {
    review: {
      title: 'Your review isn’t saved yet',
      text: 'Something on our side didn’t respond. Everything you wrote is below. Please stay on this page and send it again in a moment: if you go back, it may be gone. You can send it as often as you like: it is saved once.',
    },
    other: {
      title: 'This hasn’t been done yet',
      text: 'Something on our side didn’t respond. What you entered is below. Please stay on this page and send it again in a moment: if you go back, it may be gone.',
    },
    stars: (rating: string) => `${rating} of 5 stars`,
    send: 'Send again',
  },
  ko: {
    review: {
      title: '리뷰가 아직 저장되지 않았습니다',
      text: '저희 쪽에서 응답하지 못했습니다. 작성하신 내용은 아래에 있습니다. 이 페이지를 벗어나지 마시고 잠시 후 다시 보내 주세요. 뒤로 가면 내용이 사라질 수 있습니다. 여러 번 보내도 한 번만 저장됩니다.',
    },
    other: {
      title: '보내신 내용이 아직 처리되지 않았습니다',
      text: '저희 쪽에서 응답하지 못했습니다. 입력하신 내용은 아래에 있습니다. 이 페이지를 벗어나지 마시고 잠시 후 다시 보내 주세요. 뒤로 가면 내용이 사라질 수 있습니다.',
    },
    stars: (rating: string) => `별점 5점 중 ${rating}점`,
    send: '다시 보내기',
  },
} as const

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

type Fields = Readonly<Record<string, string>>

/** A page that shows what was typed, and sends the same fields to the same address again. */
const renderForm = (
  kind: 'review' | 'other',
  { fields, shown }: { readonly fields: Fields; readonly shown: readonly string[] },
  language: keyof typeof words,
): string => {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  )
  const quoted = shown.length === 0 ? '' : `<blockquote>${shown.join('\n')}</blockquote>`
  const form = `<form method="post">${inputs.join('')}<button>${words[language].send}</button></form>`
  const { title, text } = words[language][kind]
  return renderPlainPage({ language, title, content: `<p>${text}</p>${quoted}${form}` })
}

/**
 * What a browser without scripts gets when its review could not be stored: everything that was typed, to be seen and
 * to be sent again to the same address with the same `submissionId`. It asks nobody for anything.
 *
 * @param fields The form's fields as they are sent again; each is escaped here.
 */
export const sendAgainPage = (fields: Fields, language: keyof typeof words): string => {
  const typed = [fields['title'], fields['body'], fields['authorName']].filter(
    (part) => part !== undefined && part !== '',
  )
  const rating = fields['rating'] ?? ''
  const stars = /^[1-5]$/.test(rating) ? [words[language].stars(rating)] : []
  const shown = [...stars, ...typed.map((part) => escape(part ?? ''))]
  return renderForm('review', { fields, shown }, language)
}

/** The same for any other form of a customer's page. @param fields  As they came; the address is shown. */
export const sendFormAgainPage = (fields: Fields, language: keyof typeof words): string => {
  const { email = '' } = fields
  return renderForm('other', { fields, shown: email === '' ? [] : [escape(email)] }, language)
}

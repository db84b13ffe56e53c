import { renderPlainPage } from './plain-page.ts'

const words = {
  en: {
    title: 'Your review hasn’t been saved yet',
    text: 'We couldn’t reach our server. What you wrote is below: please send it again in a moment. Sending it more than once saves it only once.',
    stars: (rating: string) => `${rating} of 5 stars`,
    send: 'Send again',
  },
  ko: {
    title: '리뷰가 아직 저장되지 않았습니다',
    text: '저희 쪽에서 응답하지 못했습니다. 작성하신 내용은 아래에 있습니다. 잠시 후 다시 보내 주세요. 여러 번 보내도 한 번만 저장됩니다.',
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

/**
 * What a browser without scripts gets when its review could not be stored: everything that was typed, to be seen and
 * to be sent again to the same address with the same `submissionId`. It asks nobody for anything.
 *
 * @param fields The form's fields as they are sent again; each is escaped here.
 */
export const sendAgainPage = (fields: Readonly<Record<string, string>>, language: keyof typeof words): string => {
  const { title, text, stars, send } = words[language]
  const typed = [fields['title'], fields['body'], fields['authorName']].filter(
    (part) => part !== undefined && part !== '',
  )
  const rating = fields['rating'] ?? ''
  const shown = [...(/^[1-5]$/.test(rating) ? [stars(rating)] : []), ...typed.map((part) => escape(part ?? ''))]
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  )
  const form = `<form method="post">${inputs.join('')}<button>${send}</button></form>`
  return renderPlainPage({
    language,
    title,
    content: `<p>${text}</p><blockquote>${shown.join('\n')}</blockquote>${form}`,
  })
}

import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { doorTexts } from '@afterword/language/texts/door/texts'
import { renderPlainPage } from './plain-page.ts'

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
  kind: 'review' | 'form',
  { fields, shown }: { readonly fields: Fields; readonly shown: readonly string[] },
  language: Language,
): string => {
  const texts = doorTexts[language].sendAgain
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  )
  const quoted = shown.length === 0 ? '' : `<blockquote>${shown.join('\n')}</blockquote>`
  const form = `<form method="post">${inputs.join('')}<button>${texts.send}</button></form>`
  const { title, text } = texts[kind]
  return renderPlainPage({ language, title, content: `<p>${text}</p>${quoted}${form}` })
}

/**
 * What a browser without scripts gets when its review could not be stored: everything that was typed, to be seen and
 * to be sent again to the same address with the same `submissionId`. It asks nobody for anything.
 *
 * @param fields The form's fields as they are sent again; each is escaped here.
 */
export const sendAgainPage = (fields: Fields, language: Language): string => {
  const typed = [fields['title'], fields['body'], fields['authorName']].filter(
    (part) => part !== undefined && part !== '',
  )
  const rating = fields['rating'] ?? ''
  const stars = /^[1-5]$/.test(rating) ? [say(doorTexts[language].sendAgain.stars, { rating })] : []
  const shown = [...stars, ...typed.map((part) => escape(part ?? ''))]
  return renderForm('review', { fields, shown }, language)
}

/** The same for any other form of a customer's page. @param fields  As they came; the address is shown. */
export const sendFormAgainPage = (fields: Fields, language: Language): string => {
  const { email = '' } = fields
  return renderForm('form', { fields, shown: email === '' ? [] : [escape(email)] }, language)
}

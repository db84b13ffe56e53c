import { describeWait } from '@afterword/validation/primitives/wait-words'
import { renderPlainPage } from './plain-page.ts'
import type { ReaderLanguage } from './reader-language.ts'

const words = {
  en: {
    attempts: { title: 'Too many attempts', text: (wait: string) => `Please try again in ${wait}.` },
    links: {
      title: 'Too many links that do not work',
      text: (wait: string) =>
        `From your network many links were tried that do not work. Please try again in ${wait}. A link from your newest mail still works.`,
    },
  },
  ko: {
    attempts: { title: '시도 횟수가 너무 많습니다', text: (wait: string) => `${wait} 뒤에 다시 시도해 주세요.` },
    links: {
      title: '사용할 수 없는 링크를 너무 많이 열었습니다',
      text: (wait: string) =>
        `같은 네트워크에서 사용할 수 없는 링크를 여러 번 열었습니다. ${wait} 뒤에 다시 시도해 주세요. 가장 최근 메일의 링크는 지금도 열립니다.`,
    },
  },
} as const

/** What a person gets who did something too often, with how long to wait. It does not load itself again. */
export const limitedPage = (
  kind: 'attempts' | 'links',
  retryAfterSeconds: number,
  language: ReaderLanguage,
): string => {
  const { title, text } = words[language][kind]
  return renderPlainPage({ language, title, content: `<p>${text(describeWait(retryAfterSeconds, language))}</p>` })
}

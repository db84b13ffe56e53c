'use client'

import { useSyncExternalStore } from 'react'
import { useLoadAgain } from '#ui/use-load-again.ts'

/** A copy of the few sentences this page says: with the dictionaries it would weigh on every other page. */
const words = {
  en: {
    title: 'This page could not be loaded',
    body: 'Something went wrong on our side. Nothing was changed.',
    reload: 'Reload page',
  },
  ko: {
    title: '페이지를 불러오지 못했습니다',
    body: '저희 쪽 문제이며 바뀐 것은 없습니다.',
    reload: '다시 불러오기',
  },
} as const

const never = () => () => undefined

const CustomerError = ({ error }: { error: Error & { digest?: string } }) => {
  useLoadAgain(error.digest)
  const language = useSyncExternalStore(
    never,
    () => (/^ko(?:-|$)/i.test(navigator.language) ? 'ko' : 'en'),
    () => 'en' as const,
  )
  const { title, body, reload } = words[language]
  return (
    <main lang={language} role="alert" className="mx-auto grid max-w-xl gap-4 px-4 py-10 text-lg sm:px-6 sm:py-20">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p>{body}</p>
      <div>
        <button
          type="button"
          className="min-h-12 rounded-lg bg-accent px-5 font-semibold text-accent-ink"
          onClick={() => globalThis.location.reload()}
        >
          {reload}
        </button>
      </div>
    </main>
  )
}

export default CustomerError

'use client'

import { useFailureTexts } from '#customer/texts/failure-texts.tsx'
import { useLoadAgain } from '#ui/use-load-again.ts'

const CustomerError = ({ error }: { error: Error & { digest?: string } }) => {
  useLoadAgain(error.digest)
  const texts = useFailureTexts()
  if (texts === null) return null
  return (
    <main
      lang={texts.language}
      role="alert"
      className="mx-auto grid max-w-xl gap-4 px-4 py-10 text-lg sm:px-6 sm:py-20"
    >
      <h1 className="text-xl font-semibold">{texts.title}</h1>
      <p>{texts.body}</p>
      <div>
        <button
          type="button"
          className="min-h-12 rounded-lg bg-accent px-5 font-semibold text-accent-ink"
          onClick={() => globalThis.location.reload()}
        >
          {texts.reload}
        </button>
      </div>
    </main>
  )
}

export default CustomerError

'use client'

import { say } from '@afterword/language/text'
import { missingPagesTexts } from '@afterword/language/texts/missing-pages/texts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLoadAgain } from '#ui/use-load-again.ts'

const { failed: texts } = missingPagesTexts

const PageError = ({ error }: { error: Error & { digest?: string } }) => {
  useLoadAgain(error.digest)
  return (
    <main role="alert" className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        title={texts.title}
        action={<Button onClick={() => globalThis.location.reload()}>{texts.reload}</Button>}
      >
        {texts.text}
        {error.digest !== undefined && <p className="pt-2 text-sm">{say(texts.reference, { digest: error.digest })}</p>}
      </EmptyState>
    </main>
  )
}

export default PageError

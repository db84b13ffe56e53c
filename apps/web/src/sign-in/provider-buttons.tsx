'use client'

import { say } from '@afterword/language/text'
import { signInTexts } from '@afterword/language/texts/sign-in/texts'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { beginProviderSignIn } from './ceremony.ts'
import { failureWords } from './words.ts'

const { provider: texts } = signInTexts

export interface Provider {
  readonly id: string
  readonly name: string
}

/** A button for each provider people may sign in at, and the line between them and the password. */
export const ProviderButtons = ({ providers, nextPath }: { providers: readonly Provider[]; nextPath: string }) => {
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isAlive = useIsAlive()
  if (providers.length === 0) return null
  const begin = async (providerId: string): Promise<void> => {
    setIsBusy(true)
    setFailure(null)
    const begun = await beginProviderSignIn(providerId, nextPath)
    if ('href' in begun) return globalThis.location.assign(begun.href)
    setFailure(
      failureWords(begun.failure.kind === 'refused' ? { ...begun.failure, kind: 'unanswered' } : begun.failure),
    )
    setIsBusy(false)
  }
  return (
    <div className="grid gap-3">
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
      </div>
      {providers.map(({ id, name }) => (
        <Button key={id} disabled={isBusy || !isAlive} onClick={() => void begin(id)}>
          {say(texts.continue, { provider: name })}
        </Button>
      ))}
      <p className="flex items-center gap-3 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {texts.or}
      </p>
    </div>
  )
}

'use client'

import { signInTexts } from '@afterword/language/texts/sign-in/texts'
import Link from 'next/link'
import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { sayWith } from '#ui/say-with.ts'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { consumeSignInLink } from './consume-link.ts'

const { link: texts } = signInTexts

/** The link is used up, too old or unknown. */
export const SignInLinkGone = () => (
  <div role="alert" className="grid gap-4">
    <Notice tone="waiting">{texts.gone}</Notice>
    <ButtonLink look="primary" href="/sign-in">
      {texts.requestNew}
    </ButtonLink>
  </div>
)

/** For a link that was opened in another browser than the one that asked for it. */
export const SignInLinkElsewhere = ({ code }: { code: string }) => (
  <div className="grid gap-4">
    <p>{texts.codeText}</p>
    <p className="rounded-lg border border-line bg-sunken px-4 py-5 text-center text-xl font-semibold tracking-widest tabular-nums">
      {code.slice(0, 4)} {code.slice(4)}
    </p>
    <p className="text-ink-soft">
      {sayWith(texts.codeInstead, {
        link: (
          <Link href="/sign-in" prefetch={false} className="underline">
            {texts.requestNewHere}
          </Link>
        ),
      })}
    </p>
  </div>
)

/** Signs in when it is pressed. Opening the page does not, because mail programs open links too. */
export const SignInLinkButton = ({ token }: { token: string }) => {
  const [state, setState] = useState<'asking' | 'busy' | 'gone'>('asking')
  const [failure, setFailure] = useState<string | null>(null)
  const isAlive = useIsAlive()
  const signIn = async (): Promise<void> => {
    setState('busy')
    try {
      globalThis.location.assign(await consumeSignInLink({ token }))
    } catch (error) {
      const code = describeCallFailure(error)?.code
      // The server shows the code instead when the page is loaded again.
      if (code === 'sign_in_link.other_browser') return globalThis.location.reload()
      setFailure(failureMessage(error))
      setState(code === 'sign_in_link.not_found' ? 'gone' : 'asking')
    }
  }
  if (state === 'gone') return <SignInLinkGone />
  return (
    <div className="grid gap-4">
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
      </div>
      <Button look="primary" disabled={state === 'busy' || !isAlive} onClick={() => void signIn()}>
        {signInTexts.signIn}
      </Button>
    </div>
  )
}

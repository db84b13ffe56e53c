'use client'

import { say } from '@afterword/language/text'
import { accountTexts } from '@afterword/language/texts/account/texts'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from '#session/session-call.ts'
import { Section } from './section.tsx'

const { password: texts } = accountTexts

/** For people who sign in by mail or at another provider: a first password comes by mail. */
export const SetPassword = ({ email }: { email: string }) => {
  const [state, setState] = useState<'asking' | 'busy' | 'sent'>('asking')
  const [failure, setFailure] = useState<string | null>(null)
  const ask = async (): Promise<void> => {
    setState('busy')
    setFailure(null)
    try {
      await callSession('/password-reset', { email })
      setState('sent')
    } catch (error) {
      setFailure(failureMessage(error))
      setState('asking')
    }
  }
  return (
    <Section id="password" title={texts.title} lead={texts.setLead}>
      <div>
        <Button disabled={state === 'busy'} onClick={() => void ask()}>
          {texts.mailLink}
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
      </div>
      <div role="status" className="empty:hidden">
        {state === 'sent' && <Notice tone="good">{say(texts.linkSent, { email })}</Notice>}
      </div>
    </Section>
  )
}

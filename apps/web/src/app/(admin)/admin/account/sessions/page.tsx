import { accountTexts as texts } from '@afterword/language/texts/account/texts'
import type { Metadata } from 'next'
import { AccountFrame } from '#account/account-frame.tsx'
import { SessionList } from '#account/session-list.tsx'
import { pageCaller } from '#server/caller.ts'
import { signedInAccount } from '#session/session.ts'

export const metadata: Metadata = { title: texts.pages.browsers }

const SessionsPage = async () => {
  await signedInAccount()
  const caller = await pageCaller()
  return (
    <AccountFrame>
      <SessionList initial={await caller.admin.account.sessions()} />
    </AccountFrame>
  )
}

export default SessionsPage

import type { Metadata } from 'next'
import { AccountFrame } from '#account/account-frame.tsx'
import { SessionList } from '#account/session-list.tsx'
import { pageCaller } from '#server/caller.ts'
import { signedInAccount } from '#session/session.ts'

export const metadata: Metadata = { title: 'Browsers' }

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

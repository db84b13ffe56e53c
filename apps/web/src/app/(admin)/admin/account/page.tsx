import { accountTexts as texts } from '@afterword/language/texts/account/texts'
import type { Metadata } from 'next'
import { AccountDetails } from '#account/account-details.tsx'
import { AccountFrame } from '#account/account-frame.tsx'
import { signedInAccount } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const AccountPage = async () => (
  <AccountFrame>
    <AccountDetails account={await signedInAccount()} />
  </AccountFrame>
)

export default AccountPage

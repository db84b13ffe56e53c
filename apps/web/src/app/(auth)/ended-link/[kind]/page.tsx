import { invitationTexts } from '@afterword/language/texts/invitation/texts'
import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvitationGone } from '#invitation/invitation-gone.tsx'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { ResetLinkGone } from '#sign-in/reset-password-form.tsx'
import { SignInLinkGone } from '#sign-in/sign-in-link.tsx'

export const metadata: Metadata = { title: texts.link.goneTitle, referrer: 'no-referrer', robots: 'noindex' }

// A map: an address may name what every object has, such as `constructor`.
const pages: ReadonlyMap<string, { readonly title: string; readonly Content: () => React.ReactNode }> = new Map([
  ['invitation', { title: invitationTexts.goneTitle, Content: InvitationGone }],
  ['reset-password', { title: texts.link.goneTitle, Content: ResetLinkGone }],
  ['sign-in', { title: texts.link.goneTitle, Content: SignInLinkGone }],
])

/** What apps/api shows in place of the 404 of a mailed link that opens nothing, under the address that was asked for. */
const EndedLinkPage = async ({ params }: { params: Promise<{ kind: string }> }) => {
  const page = pages.get((await params).kind)
  if (page === undefined) return notFound()
  return (
    <AuthFrame title={page.title}>
      <page.Content />
    </AuthFrame>
  )
}

export default EndedLinkPage

import { say } from '@afterword/language/text'
import { invitationTexts as texts } from '@afterword/language/texts/invitation/texts'
import { describeInvitation } from '@afterword/services/people/invitation/describe-invitation'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { AcceptForm } from '#invitation/accept-form.tsx'
import { webDeps } from '#server/deps.ts'
import { renewHref } from '#navigation/renew-href.ts'
import { readVisitorId } from '#session/session.ts'
import { AuthFrame } from '#sign-in/auth-frame.tsx'

export const metadata: Metadata = { title: texts.pageTitle, referrer: 'no-referrer', robots: 'noindex, nofollow' }

interface PageProps {
  params: Promise<{ token: string }>
}

/** What a person is invited to. Opening it changes nothing: mail programs open links too. A link that opens nothing is a 404. */
const InvitePage = async ({ params }: PageProps) => {
  const { token } = await params
  const { userId, isRenewable } = await readVisitorId()
  const invitation = await describeInvitation(webDeps().service.db, { token, signedInUserId: userId })
  if (invitation === null) return notFound()
  // They may be signed in as the one who is invited, and then need not prove it again.
  if (invitation.hasAccount && isRenewable) redirect(renewHref(`/invite/${token}`))
  return (
    <AuthFrame title={say(texts.title, { shop: invitation.shopName })} lead={texts.lead}>
      <AcceptForm token={token} invitation={invitation} />
    </AuthFrame>
  )
}

export default InvitePage

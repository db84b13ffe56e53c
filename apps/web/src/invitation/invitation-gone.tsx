import { ButtonLink } from '#ui/button.tsx'

/** The link is used, taken back, past its end or was never one. */
export const InvitationGone = () => (
  <div className="grid gap-4">
    <p>
      This invitation was already used, was revoked or replaced, or has expired. Open the latest invitation email, or
      ask the person who invited you to send a new one.
    </p>
    <ButtonLink href="/sign-in">Sign in</ButtonLink>
  </div>
)

import { ButtonLink } from '../components/ui/button.tsx'

/** The link is used, taken back, past its end or was never one. */
export const InvitationGone = () => (
  <div className="grid gap-4">
    <p>
      It was accepted already, taken back, sent again with a newer link, or is older than a week. Open the newest mail,
      or ask whoever invited you to send it again.
    </p>
    <ButtonLink href="/sign-in">Sign in</ButtonLink>
  </div>
)

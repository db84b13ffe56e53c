import { invitationTexts as texts } from '@afterword/language/texts/invitation/texts'
import { ButtonLink } from '#ui/button.tsx'

/** The link was used, revoked or replaced, has expired, or never existed. */
export const InvitationGone = () => (
  <div className="grid gap-4">
    <p>{texts.gone}</p>
    <ButtonLink href="/sign-in">{texts.signIn}</ButtonLink>
  </div>
)

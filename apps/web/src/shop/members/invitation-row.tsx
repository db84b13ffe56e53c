import { say } from '@afterword/language/text'
import { adminPeopleTexts } from '@afterword/language/texts/admin-people/texts'
import { rolesTexts } from '@afterword/language/texts/roles/texts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { sayWith } from '#ui/say-with.ts'
import { TimeAgo } from '#ui/time-ago.tsx'
import type { Invitation } from './use-member-acts.ts'

const { invitation: texts } = adminPeopleTexts

interface InvitationRowProps {
  invitation: Invitation
  now: number
  isManaged: boolean
  isBusy: boolean
  onResend: () => void
  onRevoke: () => void
}

/** An invitation that has not been accepted yet, and what an owner may do about it. */
export const InvitationRow = ({ invitation, now, isManaged, isBusy, onResend, onRevoke }: InvitationRowProps) => {
  const { email, isExpired, expiresAt } = invitation
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-40 flex-1 basis-56">
        <p className="font-semibold wrap-anywhere">{email}</p>
        <p className="text-ink-soft">
          {sayWith(isExpired ? texts.hasExpired : texts.expires, {
            role: rolesTexts.names[invitation.role],
            time: <TimeAgo at={expiresAt} now={now} />,
          })}
        </p>
      </div>
      <Badge tone={isExpired ? 'neutral' : 'waiting'}>{isExpired ? texts.expired : texts.invited}</Badge>
      {isManaged && (
        <span className="flex gap-2">
          <Button size="small" disabled={isBusy} onClick={onResend} aria-label={say(texts.resendTo, { email })}>
            {texts.resend}
          </Button>
          <Button
            size="small"
            look="danger"
            disabled={isBusy}
            onClick={onRevoke}
            aria-label={say(texts.revokeOf, { email })}
          >
            {texts.revoke}
          </Button>
        </span>
      )}
    </li>
  )
}

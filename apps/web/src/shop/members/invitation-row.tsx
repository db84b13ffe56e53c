import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import type { Invitation } from './use-member-acts.ts'
import { roleNames } from './words.ts'

interface InvitationRowProps {
  invitation: Invitation
  now: number
  isManaged: boolean
  isBusy: boolean
  onResend: () => void
  onRevoke: () => void
}

/** Somebody who was asked and has not answered. */
export const InvitationRow = ({ invitation, now, isManaged, isBusy, onResend, onRevoke }: InvitationRowProps) => {
  const { email, isExpired, expiresAt } = invitation
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-40 flex-1 basis-56">
        <p className="font-semibold wrap-anywhere">{email}</p>
        <p className="text-ink-soft">
          {roleNames[invitation.role]} · {isExpired ? 'expired' : 'expires'} <TimeAgo at={expiresAt} now={now} />
        </p>
      </div>
      <Badge tone={isExpired ? 'neutral' : 'waiting'}>{isExpired ? 'Expired' : 'Invited'}</Badge>
      {isManaged && (
        <span className="flex gap-2">
          <Button size="small" disabled={isBusy} onClick={onResend} aria-label={`Send again: ${email}`}>
            Send again
          </Button>
          <Button
            size="small"
            look="danger"
            disabled={isBusy}
            onClick={onRevoke}
            aria-label={`Revoke invitation: ${email}`}
          >
            Revoke
          </Button>
        </span>
      )}
    </li>
  )
}

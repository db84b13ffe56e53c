import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** `7 December 2026`, in UTC. */
const formatDay = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)

/** The shop's platform says that it removed us: what happens when, and what to do about it. */
export const DisconnectedNotice = ({ leavesAt, now }: { leavesAt: Date; now: Date }) => (
  <div className="max-w-page px-4 pt-4 lg:px-6">
    <Notice tone="waiting">
      <p className="font-semibold">Your shop is disconnected from Afterword</p>
      <p>
        Your platform reported that Afterword was removed. No review emails are being sent, and scheduled ones{' '}
        {leavesAt > now ? `are cancelled on ${formatDay(leavesAt)}` : `were cancelled on ${formatDay(leavesAt)}`}. To
        reconnect, install Afterword on your platform again: emails resume with the next order or product update.
      </p>
      <ButtonLink size="small" href="/admin/shop" className="mt-2">
        View connection settings
      </ButtonLink>
    </Notice>
  </div>
)

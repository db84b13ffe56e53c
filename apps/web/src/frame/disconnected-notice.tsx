import { localeOf } from '@afterword/language/locale-of'
import { say } from '@afterword/language/text'
import { frameTexts } from '@afterword/language/texts/frame/texts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { formatDay } from '#time/format-day.ts'

const texts = frameTexts.disconnected

/** The shop's platform says that it removed us: what happens when, and what to do about it. */
export const DisconnectedNotice = ({ leavesAt, now }: { leavesAt: Date; now: Date }) => (
  <div className="max-w-page px-4 pt-4 lg:px-6">
    <Notice tone="waiting">
      <p className="font-semibold">{texts.title}</p>
      <p>
        {say(leavesAt > now ? texts.cancelling : texts.cancelled, {
          day: formatDay(leavesAt.toISOString(), localeOf(frameTexts)),
        })}
      </p>
      <ButtonLink size="small" href="/admin/shop" className="mt-2">
        {texts.settings}
      </ButtonLink>
    </Notice>
  </div>
)

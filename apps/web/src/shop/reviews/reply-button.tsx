import { adminReviewsTexts } from '@afterword/language/texts/admin-reviews/texts'
import { MessageSquareReply } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useKeptText } from '#kept/use-kept.tsx'
import { Button } from '#ui/button.tsx'
import { keptReplyName } from './reply-box.tsx'

const { reply: words } = adminReviewsTexts

interface ReplyButtonProps extends ComponentProps<typeof Button> {
  reviewId: string
  /** The review has a reply already. */
  isEdit?: boolean
}

/** Opens the reply, and says when an unsent one waits there. */
export const ReplyButton = ({ reviewId, isEdit = false, children, ...props }: ReplyButtonProps) => {
  const [kept] = useKeptText(keptReplyName(reviewId))
  return (
    <Button {...props}>
      {!isEdit && <MessageSquareReply aria-hidden />}
      {kept !== null ? words.continue : isEdit ? words.edit : words.write}
      {children}
    </Button>
  )
}

import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { failureMessage } from '#call/failure-message.ts'

/** A list that could not be loaded: keeps what was there, says why, offers another try. */
export const LoadFailed = ({
  error,
  onRetry,
  className,
}: {
  error: unknown
  onRetry: () => void
  className?: string
}) => (
  <Notice tone="bad" role="alert" className={className}>
    <p>{failureMessage(error)}</p>
    <Button size="small" className="mt-2" onClick={onRetry}>
      {texts.tryAgain}
    </Button>
  </Notice>
)

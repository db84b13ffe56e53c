import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { Undo2 } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { sayWith } from '#ui/say-with.ts'
import { StatusBar } from '#ui/status-bar.tsx'
import { failureMessage } from '#call/failure-message.ts'
import { keycapOf } from './desk-key.ts'
import type { DoneAct } from './use-acts.ts'

interface ActBarProps {
  last: DoneAct | null
  error: Error | null
  onUndo: () => void
}

/** Says what was done last and offers to undo it, until the next act. */
export const ActBar = ({ last, error, onUndo }: ActBarProps) => (
  <StatusBar>
    <div role="status">
      {error !== null && <Notice tone="bad">{failureMessage(error)}</Notice>}
      {error === null && last !== null && (
        <div className="flex min-h-12 items-center gap-3 rounded-lg border border-line-strong bg-surface py-1 pr-1.5 pl-3.5">
          <p className="min-w-0 flex-1 truncate">
            {sayWith(texts.done[last.act.kind], {
              author: <bdi>{last.after.authorName}</bdi>,
              product: <bdi>{last.after.product.title}</bdi>,
            })}
          </p>
          <Button size="small" onClick={onUndo}>
            <Undo2 aria-hidden /> {texts.undo}{' '}
            <span className="font-normal text-ink-soft max-lg:hidden">{keycapOf('undo')}</span>
          </Button>
        </div>
      )}
    </div>
  </StatusBar>
)

import { Undo2 } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { failureMessage } from '../../trpc/failure-message.ts'
import type { DoneAct } from './use-acts.ts'

const names = {
  publish: 'Published',
  reject: 'Rejected',
  reply: 'Replied to',
  removeReply: 'Removed the reply to',
} as const

interface ActBarProps {
  last: DoneAct | null
  error: Error | null
  onUndo: () => void
}

/** What was done last, and the way back. It stays until the next act. */
export const ActBar = ({ last, error, onUndo }: ActBarProps) => (
  <div role="status" className="px-4 empty:hidden lg:px-6">
    {error !== null && (
      <Notice tone="bad" className="mb-2">
        {failureMessage(error)}
      </Notice>
    )}
    {error === null && last !== null && (
      <div className="mb-2 flex min-h-10 items-center gap-3 rounded-lg bg-sunken py-1 pr-1 pl-3.5">
        <p className="min-w-0 flex-1 truncate">
          {names[last.act.kind]}: <bdi>{last.after.authorName}</bdi> on <bdi>{last.after.product.title}</bdi>
        </p>
        <Button size="small" onClick={onUndo}>
          <Undo2 aria-hidden /> Undo <span className="font-normal text-ink-soft max-lg:hidden">Z</span>
        </Button>
      </div>
    )}
  </div>
)

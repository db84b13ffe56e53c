import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { DraftNews } from './draft-view.ts'

interface DraftNoticeProps {
  news: DraftNews | null
  /** Puts the other text into the form; null when there is none to go back to. */
  onSwap: (() => void) | null
  words: CustomerTexts
}

/** Tells somebody who writes on two devices which words stand here, and keeps the others at hand. */
export const DraftNotice = ({ news, onSwap, words }: DraftNoticeProps) => (
  <div role="status" aria-live="polite">
    {news !== null && (
      <Notice tone="waiting">
        <p>{words.draftNews[news]}</p>
        {onSwap !== null && (
          <Button className="mt-3" onClick={onSwap}>
            {words.otherDraft}
          </Button>
        )}
      </Notice>
    )}
  </div>
)

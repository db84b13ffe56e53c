import { say } from '@afterword/language/text'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { DeliveryPhase } from './deliver.ts'
import type { DraftState } from '#customer/draft/draft-view.ts'

interface DeliveryStatusProps {
  phase: DeliveryPhase | null
  /** Why the last delivery ended without success; null when none did. */
  failure: { isPaused: boolean; message: string } | null
  draft: DraftState
  onTryNow: () => void
  words: CustomerTexts
}

const isPhone = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(max-width: 640px), (pointer: coarse)').matches

const draftWords = (draft: DraftState, words: CustomerTexts): string => {
  if (draft === 'none') return ''
  if (draft === 'refused') return words.notSavedHere
  if (draft === 'away') return words.savedAway
  const here = isPhone() ? words.savedHere.phone : words.savedHere.computer
  return draft === 'everywhere' ? say(words.savedEverywhere, { here }) : here
}

/** Where what was written is now, in words, beside the button that sends it. */
export const DeliveryStatus = ({ phase, failure, draft, onTryNow, words }: DeliveryStatusProps) => {
  const tryNow = (
    <Button className="mt-3" onClick={onTryNow}>
      {words.tryNow}
    </Button>
  )
  return (
    <div role="status" aria-live="polite" className="min-h-6 text-md">
      {phase === 'waiting' && (
        <Notice tone="waiting">
          <p>{draft === 'refused' ? words.waitingUnsaved : words.waiting}</p>
          {tryNow}
        </Notice>
      )}
      {(phase === 'sending' || phase === 'checking') && <p className="text-ink-soft">{words[phase]}</p>}
      {phase === null && failure !== null && (
        <Notice tone={failure.isPaused ? 'waiting' : 'bad'}>
          <p>{failure.message}</p>
          {failure.isPaused && tryNow}
        </Notice>
      )}
      {phase === null && failure === null && <p className="text-ink-soft">{draftWords(draft, words)}</p>}
    </div>
  )
}

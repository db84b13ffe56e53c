import { adminReviewsTexts } from '@afterword/language/texts/admin-reviews/texts'
import { Dialog } from '#ui/dialog.tsx'
import { deskActs, keycapOf } from './desk-key.ts'

const { keys: texts } = adminReviewsTexts

export const KeysDialog = ({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={texts.title}>
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
      {deskActs.map((act) => (
        <div key={act} className="contents">
          <dt>
            <kbd className="inline-grid min-w-8 place-items-center rounded-md border border-line-strong bg-sunken px-2 font-sans text-sm font-semibold">
              {keycapOf(act)}
            </kbd>
          </dt>
          <dd>{texts[act]}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
)

'use client'

import { accountTexts } from '@afterword/language/texts/account/texts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

const { browsers: texts } = accountTexts

interface EndOthersDialogProps {
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
}

export const EndOthersDialog = ({ isOpen, onClose, onConfirm }: EndOthersDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={(next) => {
      if (!next) onClose()
    }}
    title={texts.askTitle}
    description={texts.askText}
  >
    <div className="flex justify-end gap-2">
      <Button look="quiet" onClick={onClose}>
        {texts.cancel}
      </Button>
      <Button look="danger" onClick={onConfirm}>
        {texts.signOutOthers}
      </Button>
    </div>
  </Dialog>
)

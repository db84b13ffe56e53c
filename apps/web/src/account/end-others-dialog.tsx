'use client'

import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

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
    title="Sign out everywhere else?"
    description="You will have to sign in again on every other device. This browser stays signed in."
  >
    <div className="flex justify-end gap-2">
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
      <Button look="danger" onClick={onConfirm}>
        Sign out all others
      </Button>
    </div>
  </Dialog>
)

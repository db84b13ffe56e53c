import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Member } from './use-member-acts.ts'

interface RemoveDialogProps {
  /** Who is to go; null while nobody is. */
  member: Member | null
  onClose: () => void
  onRemove: (member: Member) => void
}

/** Says what removing somebody does, before it is done. */
export const RemoveDialog = ({ member, onClose, onRemove }: RemoveDialogProps) => (
  <Dialog
    isOpen={member !== null}
    onOpenChange={(next) => {
      if (!next) onClose()
    }}
    title={member?.isYou === true ? 'Leave this shop?' : `Remove ${member?.name ?? ''}?`}
    description={
      member?.isYou === true
        ? 'You will be signed out of this shop immediately and will need a new invitation to return.'
        : 'They will be signed out of this shop on every device immediately. Pending invitations they sent will stop working. Their replies stay.'
    }
  >
    <div className="flex justify-end gap-2">
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
      <Button
        look="danger"
        onClick={() => {
          if (member !== null) onRemove(member)
          onClose()
        }}
      >
        {member?.isYou === true ? 'Leave' : 'Remove'}
      </Button>
    </div>
  </Dialog>
)

import { say } from '@afterword/language/text'
import { adminPeopleTexts } from '@afterword/language/texts/admin-people/texts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Member } from './use-member-acts.ts'

interface RemoveDialogProps {
  /** Who would be removed; null while the dialog is closed. */
  member: Member | null
  onClose: () => void
  onRemove: (member: Member) => void
}

const { removing, member: acts } = adminPeopleTexts

/** Asks before a member is removed, or leaves by themselves, and says what that does. */
export const RemoveDialog = ({ member, onClose, onRemove }: RemoveDialogProps) => (
  <Dialog
    isOpen={member !== null}
    onOpenChange={(next) => {
      if (!next) onClose()
    }}
    title={member?.isYou === true ? removing.leaveTitle : say(removing.title, { name: member?.name ?? '' })}
    description={member?.isYou === true ? removing.leaveText : removing.text}
  >
    <div className="flex justify-end gap-2">
      <Button look="quiet" onClick={onClose}>
        {removing.cancel}
      </Button>
      <Button
        look="danger"
        onClick={() => {
          if (member !== null) onRemove(member)
          onClose()
        }}
      >
        {member?.isYou === true ? acts.leave : acts.remove}
      </Button>
    </div>
  </Dialog>
)

'use client'

import { say } from '@afterword/language/text'
import { adminPeopleTexts } from '@afterword/language/texts/admin-people/texts'
import { rolesTexts } from '@afterword/language/texts/roles/texts'
import type { MemberRole } from '@afterword/validation/session/rules'
import { useState } from 'react'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { RoleSelect } from './role-select.tsx'
import type { Member } from './use-member-acts.ts'

const { member: texts } = adminPeopleTexts

interface MemberRowProps {
  member: Member
  /** Whether the reader may change anything. */
  isManaged: boolean
  isBusy: boolean
  onChangeRole: (role: MemberRole) => Promise<boolean>
  onRemove: () => void
}

/** A role takes effect with its button, not with an arrow key in the list (WCAG 3.2.2). */
const RoleControl = ({ member, isBusy, onChangeRole }: Omit<MemberRowProps, 'isManaged' | 'onRemove'>) => {
  const [chosen, setChosen] = useState<MemberRole | null>(null)
  const role = chosen ?? member.role
  const save = async (): Promise<void> => {
    if (await onChangeRole(role)) setChosen(null)
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <RoleSelect
        value={role}
        onChange={setChosen}
        disabled={isBusy}
        aria-label={say(texts.roleOf, { name: member.name })}
      />
      {role !== member.role && (
        <>
          <Button size="small" look="primary" disabled={isBusy} onClick={() => void save()}>
            {texts.saveRole}
          </Button>
          <Button size="small" look="quiet" disabled={isBusy} onClick={() => setChosen(null)}>
            {texts.keepRole[member.role]}
          </Button>
        </>
      )}
    </span>
  )
}

/** One member: their name, their role, and what an owner may change about it. */
export const MemberRow = ({ member, isManaged, isBusy, onChangeRole, onRemove }: MemberRowProps) => (
  <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
    <div className="min-w-40 flex-1 basis-56">
      <p className="flex flex-wrap items-center gap-x-2 font-semibold">
        <span className="wrap-anywhere">{member.name}</span>
        {member.isYou && <Badge>{texts.you}</Badge>}
      </p>
      <p className="wrap-anywhere text-ink-soft">{member.email}</p>
    </div>
    {isManaged ? (
      <>
        <RoleControl member={member} isBusy={isBusy} onChangeRole={onChangeRole} />
        <Button
          look="danger"
          size="small"
          disabled={isBusy}
          onClick={onRemove}
          aria-label={member.isYou ? texts.leaveShop : say(texts.removeOf, { name: member.name })}
          className="w-20"
        >
          {member.isYou ? texts.leave : texts.remove}
        </Button>
      </>
    ) : (
      <Badge>{rolesTexts.names[member.role]}</Badge>
    )}
  </li>
)

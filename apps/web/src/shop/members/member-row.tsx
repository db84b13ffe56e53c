'use client'

import type { MemberRole } from '@afterword/validation/session/rules'
import { useState } from 'react'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { RoleSelect } from './role-select.tsx'
import type { Member } from './use-member-acts.ts'
import { roleNames } from './words.ts'

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
      <RoleSelect value={role} onChange={setChosen} disabled={isBusy} aria-label={`Role of ${member.name}`} />
      {role !== member.role && (
        <>
          <Button size="small" look="primary" disabled={isBusy} onClick={() => void save()}>
            Save role
          </Button>
          <Button size="small" look="quiet" disabled={isBusy} onClick={() => setChosen(null)}>
            Keep {roleNames[member.role].toLowerCase()}
          </Button>
        </>
      )}
    </span>
  )
}

/** One person: who, in which role, and what an owner may change about it. */
export const MemberRow = ({ member, isManaged, isBusy, onChangeRole, onRemove }: MemberRowProps) => (
  <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
    <div className="min-w-40 flex-1 basis-56">
      <p className="flex flex-wrap items-center gap-x-2 font-semibold">
        <span className="wrap-anywhere">{member.name}</span>
        {member.isYou && <Badge>You</Badge>}
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
          aria-label={member.isYou ? 'Leave this shop' : `Remove ${member.name}`}
          className="w-20"
        >
          {member.isYou ? 'Leave' : 'Remove'}
        </Button>
      </>
    ) : (
      <Badge>{roleNames[member.role]}</Badge>
    )}
  </li>
)

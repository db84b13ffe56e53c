'use client'

import { adminPeopleTexts } from '@afterword/language/texts/admin-people/texts'
import { rolesTexts } from '@afterword/language/texts/roles/texts'
import { mostEmailLength } from '@afterword/validation/primitives/email'
import type { MemberRole } from '@afterword/validation/session/rules'
import { Send } from 'lucide-react'
import { type SubmitEvent, useRef, useState } from 'react'
import { useKeptText } from '#kept/use-kept.tsx'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { RoleSelect } from './role-select.tsx'

const { invite: texts } = adminPeopleTexts

interface InviteFormProps {
  isBusy: boolean
  /** Why the last invitation was refused. */
  error: string | null
  /** @returns whether the invitation was sent */
  onInvite: (invited: { email: string; role: MemberRole }) => Promise<boolean>
}

/** Invites a person by mail. The address stays in the field until the server has taken it. */
export const InviteForm = ({ isBusy, error, onInvite }: InviteFormProps) => {
  const [email, setEmail] = useKeptText('invite.email')
  const field = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<MemberRole>('moderator')
  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    if (await onInvite({ email: email?.trim() ?? '', role })) setEmail(null)
    // After a refusal as well: the field is described by its reason.
    field.current?.focus()
  }
  return (
    <section aria-labelledby="invite-title" className="grid gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 id="invite-title" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <form className="grid gap-x-3 gap-y-4 sm:flex sm:items-start" onSubmit={(event) => void onSubmit(event)}>
        <Field id="invite-email" label={texts.email} error={error} className="sm:flex-1">
          <Input
            ref={field}
            id="invite-email"
            type="email"
            autoComplete="off"
            required
            maxLength={mostEmailLength}
            value={email ?? ''}
            onChange={(event) => setEmail(event.target.value)}
            aria-describedby={describedBy('invite-email')}
            aria-invalid={error !== null}
          />
        </Field>
        <Field id="invite-role" label={texts.role} hint={rolesTexts.meanings[role]} className="sm:w-56">
          <RoleSelect
            id="invite-role"
            value={role}
            onChange={setRole}
            className="w-full"
            aria-describedby={describedBy('invite-role')}
          />
        </Field>
        <Button type="submit" look="primary" disabled={isBusy} className="sm:mt-7.5">
          <Send aria-hidden />
          {texts.send}
        </Button>
      </form>
    </section>
  )
}

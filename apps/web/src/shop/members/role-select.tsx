import { rolesTexts } from '@afterword/language/texts/roles/texts'
import { type MemberRole, memberRoleSchema } from '@afterword/validation/session/member'
import type { ComponentProps } from 'react'
import { Select } from '#ui/select.tsx'

/** Most powerful first. */
const roles: readonly MemberRole[] = ['owner', 'moderator', 'viewer']

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: MemberRole
  onChange: (role: MemberRole) => void
}

export const RoleSelect = ({ value, onChange, ...props }: RoleSelectProps) => (
  <Select {...props} value={value} onChange={(event) => onChange(memberRoleSchema.parse(event.target.value))}>
    {roles.map((role) => (
      <option key={role} value={role}>
        {rolesTexts.names[role]}
      </option>
    ))}
  </Select>
)

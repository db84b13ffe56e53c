import { rolesTexts } from '@afterword/language/texts/roles/texts'
import { memberRoleSchema } from '@afterword/validation/session/member'
import { type MemberRole, memberRoles } from '@afterword/validation/session/rules'
import type { ComponentProps } from 'react'
import { Select } from '#ui/select.tsx'

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: MemberRole
  onChange: (role: MemberRole) => void
}

export const RoleSelect = ({ value, onChange, ...props }: RoleSelectProps) => (
  <Select {...props} value={value} onChange={(event) => onChange(memberRoleSchema.parse(event.target.value))}>
    {memberRoles.map((role) => (
      <option key={role} value={role}>
        {rolesTexts.names[role]}
      </option>
    ))}
  </Select>
)

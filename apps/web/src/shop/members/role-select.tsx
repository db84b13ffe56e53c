import { type MemberRole, memberRoleSchema } from '@afterword/validation/session/member'
import type { ComponentProps } from 'react'
import { Select } from '#ui/select.tsx'
import { roleNames, roles } from './words.ts'

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: MemberRole
  onChange: (role: MemberRole) => void
}

export const RoleSelect = ({ value, onChange, ...props }: RoleSelectProps) => (
  <Select {...props} value={value} onChange={(event) => onChange(memberRoleSchema.parse(event.target.value))}>
    {roles.map((role) => (
      <option key={role} value={role}>
        {roleNames[role]}
      </option>
    ))}
  </Select>
)

import type { ComponentProps, ReactNode } from 'react'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'

interface TextFieldProps extends Omit<ComponentProps<typeof Input>, 'name' | 'onChange' | 'value'> {
  name: string
  label: string
  hint?: string
  error: string | null
  value: string
  onType: (value: string) => void
  /** Stand beside the control. */
  beside?: ReactNode
  after?: ReactNode
}

/** One line of the settings: a label, a hint, what is wrong with it. */
export const TextField = ({ name, label, hint, error, value, onType, beside, after, ...props }: TextFieldProps) => (
  <Field id={name} label={label} hint={hint} error={error}>
    <span className="flex flex-wrap gap-2">
      {beside}
      <Input
        id={name}
        name={name}
        value={value}
        onChange={(event) => onType(event.target.value)}
        aria-invalid={error !== null}
        aria-describedby={describedBy(name)}
        className="min-w-40 flex-1"
        {...props}
      />
      {after}
    </span>
  </Field>
)

'use client'

import { sayCount } from '@afterword/language/say-count'
import { passwordTexts as texts } from '@afterword/language/texts/password/texts'
import { passwordLength } from '@afterword/validation/session/rules'
import { useState } from 'react'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'

interface NewPasswordFieldProps {
  id: string
  /** What is wrong with it. */
  error: string | null
}

/** A field for a password that is being chosen; it can be made readable, so that it need not be typed twice. */
export const NewPasswordField = ({ id, error }: NewPasswordFieldProps) => {
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="grid gap-2">
      <Field
        id={id}
        label={texts.new}
        error={error}
        hint={sayCount(texts.newHint, { count: passwordLength.least }, texts)}
      >
        <Input
          id={id}
          name="newPassword"
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="off"
          spellCheck={false}
          required
          minLength={passwordLength.least}
          maxLength={passwordLength.most}
          aria-describedby={describedBy(id)}
          aria-invalid={error !== null}
        />
      </Field>
      <label className="flex min-h-9 items-center gap-2.5 text-ink-soft pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => setIsShown(event.target.checked)}
          className="size-4 accent-accent"
        />
        {texts.show}
      </label>
    </div>
  )
}

'use client'

import { operatorLoadTexts } from '@afterword/language/texts/operator-load/texts'
import { useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Select } from '#ui/select.tsx'
import { useLeftFields } from '#ui/use-left-fields.ts'
import { describeLength } from './load-words.ts'
import type { WindowDraft, WindowErrors } from './window-draft.ts'

const { window: texts } = operatorLoadTexts

interface WindowFormProps {
  draft: WindowDraft
  errors: WindowErrors
  timeZones: readonly string[]
  isSaving: boolean
  onChange: (draft: WindowDraft) => void
  onSave: () => void
}

/** When the daily work of all shops runs. */
export const WindowForm = (props: WindowFormProps) => {
  const { draft, timeZones, isSaving, onChange } = props
  const { shown: errors, leave, leaveAll } = useLeftFields(props.errors)
  const form = useRef<HTMLFormElement>(null)
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-x-4 gap-y-4 sm:flex sm:flex-wrap sm:items-start"
      onSubmit={(event) => {
        event.preventDefault()
        const [faulty] = Object.keys(props.errors)
        if (faulty === undefined) return props.onSave()
        leaveAll()
        form.current?.querySelector<HTMLElement>(`[name=${faulty}]`)?.focus()
      }}
    >
      <Field id="window-start" label={texts.start} hint={texts.startHint} error={errors.start} className="sm:w-72">
        <Input
          id="window-start"
          name="start"
          onBlur={() => leave('start')}
          type="time"
          required
          value={draft.start}
          onChange={(event) => onChange({ ...draft, start: event.target.value })}
          aria-invalid={errors.start !== undefined}
          aria-describedby={describedBy('window-start')}
          className="tabular-nums sm:w-44"
        />
      </Field>
      <Field
        id="window-length"
        label={texts.length}
        hint={props.errors.length === undefined ? describeLength(Number(draft.length)) : null}
        error={errors.length}
        className="sm:w-72"
      >
        <Input
          id="window-length"
          name="length"
          onBlur={() => leave('length')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={draft.length}
          onChange={(event) => onChange({ ...draft, length: event.target.value })}
          aria-invalid={errors.length !== undefined}
          aria-describedby={describedBy('window-length')}
          className="tabular-nums sm:w-44"
        />
      </Field>
      <Field id="window-zone" label={texts.timeZone} error={errors.timeZone} className="sm:w-64">
        <Select
          id="window-zone"
          name="timeZone"
          onBlur={() => leave('timeZone')}
          value={draft.timeZone}
          onChange={(event) => onChange({ ...draft, timeZone: event.target.value })}
          aria-invalid={errors.timeZone !== undefined}
          aria-describedby={describedBy('window-zone')}
          className="w-full [&>select]:w-full"
        >
          {timeZones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" look="primary" disabled={isSaving} className="sm:mt-7.5">
        {isSaving ? texts.saving : texts.save}
      </Button>
    </form>
  )
}

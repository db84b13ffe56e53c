'use client'

import { say } from '@afterword/language/text'
import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
import { useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Notice } from '#ui/notice.tsx'
import { useLeftFields } from '#ui/use-left-fields.ts'
import { isZeroAmount, type DraftErrors, type SettingsDraft } from './settings-draft.ts'

const priceModes = ['off', 'product', 'fixed'] as const

interface WidgetFormProps {
  draft: SettingsDraft
  errors: DraftErrors
  currency: string
  canSave: boolean
  isSaving: boolean
  onChange: (draft: SettingsDraft) => void
  onSave: () => void
}

interface FieldsProps extends Pick<WidgetFormProps, 'draft' | 'errors' | 'currency' | 'onChange'> {
  readonly onLeave: (name: keyof DraftErrors) => void
  readonly onChooseMode: (mode: SettingsDraft['priceMode']) => void
}

const PriceFields = ({ draft, errors, currency, onChange, onLeave, onChooseMode }: FieldsProps) => (
  <fieldset className="grid gap-2">
    <legend className="mb-1 font-semibold">{texts.priceLine}</legend>
    {priceModes.map((mode) => (
      <div
        key={mode}
        className="flex items-start gap-3 rounded-lg border border-line p-3 has-checked:border-accent has-checked:bg-accent-soft"
      >
        <input
          id={`price-${mode}`}
          type="radio"
          name="priceMode"
          value={mode}
          checked={draft.priceMode === mode}
          onChange={() => onChooseMode(mode)}
          className="mt-1 size-4 accent-accent"
        />
        <span>
          <label htmlFor={`price-${mode}`} className="block">
            {texts.priceModes[mode].name}
          </label>
          <span className="block text-sm text-ink-soft">{texts.priceModes[mode].text}</span>
        </span>
      </div>
    ))}
    {draft.priceMode === 'fixed' && (
      <Field id="compareAt" label={say(texts.compareAt, { currency })} error={errors.compareAt} className="pt-2">
        <Input
          id="compareAt"
          inputMode="decimal"
          autoComplete="off"
          value={draft.compareAt}
          onChange={(event) => onChange({ ...draft, compareAt: event.target.value })}
          onBlur={() => draft.compareAt !== '' && onLeave('compareAt')}
          aria-invalid={errors.compareAt !== undefined}
          aria-describedby="compareAt-error zero-note"
          className="max-w-48 tabular-nums"
        />
      </Field>
    )}
    <div id="zero-note" role="status">
      {isZeroAmount(draft, currency) && <Notice>{texts.zeroAmount}</Notice>}
    </div>
  </fieldset>
)

export const WidgetForm = (props: WidgetFormProps) => {
  const { draft, onChange } = props
  const { shown: errors, leave, leaveAll, forget } = useLeftFields(props.errors)
  const form = useRef<HTMLFormElement>(null)
  return (
    <form
      ref={form}
      noValidate
      className="grid content-start gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        const [faulty] = Object.keys(props.errors)
        if (faulty === undefined) return props.onSave()
        leaveAll()
        form.current?.querySelector<HTMLElement>(`#${faulty}`)?.focus()
      }}
    >
      <Field id="accentColor" label={texts.accentColor} hint={texts.accentColorHint} error={errors.accentColor}>
        <span className="flex gap-2">
          <input
            type="color"
            aria-label={texts.pickAccentColor}
            value={props.errors.accentColor === undefined ? draft.accentColor : '#000000'}
            onChange={(event) => onChange({ ...draft, accentColor: event.target.value })}
            className="h-10 w-14 rounded-lg border border-line-strong bg-surface p-1 pointer-coarse:h-11"
          />
          <Input
            id="accentColor"
            value={draft.accentColor}
            maxLength={7}
            spellCheck={false}
            onChange={(event) => onChange({ ...draft, accentColor: event.target.value.trim() })}
            onBlur={() => leave('accentColor')}
            aria-invalid={errors.accentColor !== undefined}
            aria-describedby="accentColor-hint accentColor-error"
            className="max-w-32"
          />
        </span>
      </Field>
      <Field id="pageSize" label={texts.pageSize} error={errors.pageSize}>
        <Input
          id="pageSize"
          inputMode="numeric"
          value={draft.pageSize}
          maxLength={3}
          onChange={(event) => onChange({ ...draft, pageSize: event.target.value })}
          onBlur={() => leave('pageSize')}
          aria-invalid={errors.pageSize !== undefined}
          aria-describedby="pageSize-error"
          className="max-w-24 tabular-nums"
        />
      </Field>
      <PriceFields
        draft={draft}
        errors={errors}
        currency={props.currency}
        onChange={onChange}
        onLeave={leave}
        onChooseMode={(priceMode) => {
          forget('compareAt')
          onChange({ ...draft, priceMode })
        }}
      />
      {props.canSave ? (
        <div>
          <Button type="submit" look="primary" disabled={props.isSaving}>
            {props.isSaving ? texts.saving : texts.save}
          </Button>
        </div>
      ) : (
        <p className="text-ink-soft">{texts.onlyOwners}</p>
      )}
    </form>
  )
}

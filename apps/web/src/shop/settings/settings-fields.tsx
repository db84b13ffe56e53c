import { languageNames, languages } from '@afterword/language/languages'
import { adminSettingsTexts as texts } from '@afterword/language/texts/admin-settings/texts'
import { readableAccent } from '#theme/accent.ts'
import { Button } from '#ui/button.tsx'
import { describedBy, Field as FieldFrame } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { LookPreview } from './look-preview.tsx'
import type { Field, Typed } from './settings-draft.ts'
import { TextField } from './text-field.tsx'

interface FieldsProps {
  values: Typed
  errorOf: (field: Field) => string | null
  onType: (field: Field, value: string) => void
}

interface LookFieldsProps extends FieldsProps {
  isReading: boolean
  onRead: () => void
}

/** What the shop is called and how it looks. */
export const LookFields = ({ values, errorOf, onType, isReading, onRead }: LookFieldsProps) => {
  const text = (name: Field) => ({
    name,
    value: values[name],
    error: errorOf(name),
    onType: (value: string) => onType(name, value),
  })
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="grid content-start gap-4">
        <TextField
          {...text('websiteUrl')}
          label={texts.websiteUrl}
          hint={texts.websiteHint}
          inputMode="url"
          maxLength={500}
          after={
            <Button disabled={isReading || values.websiteUrl.trim() === ''} onClick={onRead}>
              {isReading ? texts.reading : texts.readWebsite}
            </Button>
          }
        />
        <TextField {...text('name')} label={texts.name} maxLength={120} required />
        <TextField {...text('logoUrl')} label={texts.logoUrl} hint={texts.logoHint} inputMode="url" maxLength={500} />
        <TextField
          {...text('accentColor')}
          label={texts.accentColor}
          hint={texts.accentHint}
          maxLength={9}
          spellCheck={false}
          beside={
            <input
              type="color"
              aria-label={texts.pickColor}
              value={/^#[\da-f]{6}$/i.test(values.accentColor) ? values.accentColor : readableAccent('').light.accent}
              onChange={(event) => onType('accentColor', event.target.value)}
              className="h-10 w-14 rounded-lg border border-line-strong bg-surface p-1 pointer-coarse:h-11"
            />
          }
        />
      </div>
      <LookPreview
        look={{ ...values, logoUrl: /^https?:\/\/./i.test(values.logoUrl.trim()) ? values.logoUrl.trim() : null }}
      />
    </div>
  )
}

/** When customers are asked, in which language, and what their mail must say. */
export const RequestFields = ({ values, errorOf, onType }: FieldsProps) => (
  <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
    <TextField
      name="requestDelayDays"
      label={texts.requestDelayDays}
      hint={texts.delayHint}
      error={errorOf('requestDelayDays')}
      value={values.requestDelayDays}
      onType={(value) => onType('requestDelayDays', value)}
      inputMode="numeric"
      maxLength={3}
    />
    <FieldFrame id="locale" label={texts.locale} hint={texts.localeHint} error={errorOf('locale')}>
      <Select
        id="locale"
        name="locale"
        value={values.locale}
        onChange={(event) => onType('locale', event.target.value)}
        aria-describedby={describedBy('locale')}
      >
        {languageNames.map((language) => (
          <option key={language} value={language} lang={language}>
            {languages[language].ownName}
          </option>
        ))}
      </Select>
    </FieldFrame>
    <TextField
      name="replyToEmail"
      label={texts.replyToEmail}
      hint={texts.replyToHint}
      error={errorOf('replyToEmail')}
      value={values.replyToEmail}
      onType={(value) => onType('replyToEmail', value)}
      inputMode="email"
      autoComplete="off"
      maxLength={254}
    />
    <FieldFrame id="postalAddress" label={texts.postalAddress} hint={texts.postalHint} error={errorOf('postalAddress')}>
      <Textarea
        id="postalAddress"
        name="postalAddress"
        value={values.postalAddress}
        onChange={(event) => onType('postalAddress', event.target.value)}
        maxLength={500}
        aria-invalid={errorOf('postalAddress') !== null}
        aria-describedby={describedBy('postalAddress')}
      />
    </FieldFrame>
  </div>
)

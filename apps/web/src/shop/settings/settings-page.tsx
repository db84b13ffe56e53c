'use client'

import { formOf, say } from '@afterword/language/text'
import { adminSettingsTexts as texts } from '@afterword/language/texts/admin-settings/texts'
import { type ReactNode, useEffect, useRef } from 'react'
import { failureMessage } from '#call/failure-message.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { SettingsTabs } from '#frame/settings-tabs.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { StatusBar, statusBarSpace } from '#ui/status-bar.tsx'
import { firstRefused, toChange, type Typed } from './settings-draft.ts'
import { LookFields, RequestFields } from './settings-fields.tsx'
import { type SettingsState, useSettings } from './use-settings.ts'

const Section = ({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="grid gap-4 rounded-xl border border-line bg-surface p-4 sm:p-6">
    <div className="grid gap-1">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
    </div>
    {children}
  </section>
)

/** What came of the last act: saved, read from a website, or why not. */
const Outcome = ({ save, readBrand, refused, failure }: SettingsState) => {
  const told = readBrand.data
  const isNothing =
    told !== undefined && [told.name, told.locale, told.accentColor, told.logoUrl].every((each) => each === null)
  const isAtField = firstRefused(refused) !== null
  return (
    <StatusBar>
      <div role="status">
        {save.isSuccess && <Notice tone="good">{texts.saved}</Notice>}
        {told !== undefined && (
          <Notice tone={isNothing ? 'waiting' : 'good'}>
            {isNothing ? texts.readNothing : say(texts.read, { website: new URL(told.websiteUrl).host })}
          </Notice>
        )}
      </div>
      <div role="alert">{failure !== null && !isAtField && <Notice tone="bad">{failureMessage(failure)}</Notice>}</div>
    </StatusBar>
  )
}

const SettingsForm = ({ state, values, isOwner }: { state: SettingsState; values: Typed; isOwner: boolean }) => {
  const { changes, save, readBrand, refused, failure, type } = state
  const form = useRef<HTMLFormElement>(null)
  const count = Object.keys(changes).length
  const refusedField = firstRefused(refused)
  useEffect(() => {
    const control = failure === null || refusedField === null ? null : form.current?.elements.namedItem(refusedField)
    if (control instanceof HTMLElement) control.focus()
  }, [refusedField, failure])
  const common = { values, errorOf: (field: keyof Typed) => refused[field] ?? null, onType: type }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (count > 0 && !save.isPending) save.mutate(toChange(changes))
      }}
    >
      <fieldset disabled={!isOwner} className="grid gap-6">
        {!isOwner && <Notice>{texts.ownersOnly}</Notice>}
        <Section id="looks-title" title={texts.looks} hint={texts.looksHint}>
          <LookFields
            {...common}
            isReading={readBrand.isPending}
            onRead={() => readBrand.mutate({ websiteUrl: values.websiteUrl })}
          />
        </Section>
        <Section id="requests-title" title={texts.requests}>
          <RequestFields {...common} />
        </Section>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" disabled={!isOwner || count === 0} aria-disabled={save.isPending}>
            {save.isPending ? texts.saving : texts.save}
          </Button>
          {count > 0 && (
            <>
              <Button look="quiet" onClick={state.discard}>
                {texts.discard}
              </Button>
              <p className="text-sm text-ink-soft">{say(formOf(texts.unsaved, count, texts.language), { count })}</p>
            </>
          )}
        </div>
      </fieldset>
    </form>
  )
}

/** What an owner can change about the shop. Everybody of the shop sees it. */
export const SettingsPage = ({ isOwner }: { isOwner: boolean }) => {
  const state = useSettings()
  const { stored, values } = state
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody className={statusBarSpace}>
        <SettingsTabs current="general" isOwner={isOwner} />
        <Outcome {...state} />
        {stored.isError && <LoadFailed error={stored.error} onRetry={() => void stored.refetch()} />}
        {stored.isPending && (
          <div role="status" aria-label={texts.loading}>
            <Skeleton className="h-96 w-full" />
          </div>
        )}
        {values !== null && <SettingsForm state={state} values={values} isOwner={isOwner} />}
      </PageBody>
    </main>
  )
}

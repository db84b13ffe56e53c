'use client'

import { say } from '@afterword/language/text'
import { operatorLoadTexts } from '@afterword/language/texts/operator-load/texts'
import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useKept } from '#kept/use-kept.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useTRPC } from '#session/context.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { DayToCome } from './day-to-come.tsx'
import { describeDay, describeWindow } from './load-words.ts'
import type { Schedule } from './schedule-types.ts'
import { isSameWindow, readKeptDraft, readWindowDraft, toWindowDraft } from './window-draft.ts'
import { WindowForm } from './window-form.tsx'

const { window: texts } = operatorLoadTexts

const useSave = (onSaved: (saved: { window: ScheduleWindow; version: number }) => void) => {
  const trpc = useTRPC()
  const client = useQueryClient()
  return useMutation(
    trpc.operator.schedule.save.mutationOptions({
      onSuccess: ({ version, window, effectiveFrom }) => {
        client.setQueryData(trpc.operator.schedule.get.queryKey(), (before) =>
          before === undefined ? before : { ...before, version, next: { window, effectiveFrom } },
        )
        onSaved({ window, version })
      },
    }),
  )
}

interface SaveResultProps {
  save: ReturnType<typeof useSave>
  onDiscard: () => void
}

const SaveResult = ({ save, onDiscard }: SaveResultProps) => (
  <div role="status" className="empty:hidden">
    {save.isSuccess && <Notice tone="good">{say(texts.saved, { day: describeDay(save.data.effectiveFrom) })}</Notice>}
    {save.isError && (
      <Notice tone="bad">
        <p>{failureMessage(save.error)}</p>
        {describeCallFailure(save.error)?.code === 'schedule.state_changed' && (
          <Button size="small" className="mt-2" onClick={onDiscard}>
            {texts.loadLatest}
          </Button>
        )}
      </Notice>
    )}
  </div>
)

/** The window in force, and the one that follows where that is another. */
const describeWindows = ({ inForce, next }: Schedule): string => {
  const window = describeWindow(inForce)
  if (next === null || isSameWindow(toWindowDraft(next.window), inForce)) return say(texts.inForce, { window })
  return say(texts.inForceAndNext, {
    window,
    day: describeDay(next.effectiveFrom),
    next: describeWindow(next.window),
  })
}

/** The window of daily work, and what a change of it does to the day to come. */
export const ScheduleEditor = ({ schedule, onReload }: { schedule: Schedule; onReload: () => void }) => {
  const [edited, setEdited] = useKept('schedule', readKeptDraft)
  const save = useSave(({ window, version }) => {
    // What was typed while it was saved is unsaved still, and builds on what is saved now.
    const isSent = edited === null || isSameWindow(edited.draft, window)
    setEdited(isSent ? null : { ...edited, baseVersion: version })
  })
  const stored = schedule.next?.window ?? schedule.inForce
  const draft = edited?.draft ?? toWindowDraft(stored)
  // A draft from before a sign-in still says which window it began from.
  const baseVersion = edited?.baseVersion ?? schedule.version
  const read = readWindowDraft(draft)
  const discard = (): void => {
    save.reset()
    setEdited(null)
    onReload()
  }
  return (
    <>
      <section aria-labelledby="window" className="grid gap-4 rounded-xl border border-line bg-surface p-4">
        <div className="grid gap-1">
          <h2 id="window" className="text-lg font-semibold">
            {texts.title}
          </h2>
          <p className="max-w-3xl text-ink-soft">{texts.text}</p>
          <p>{describeWindows(schedule)}</p>
        </div>
        <WindowForm
          draft={draft}
          errors={'errors' in read ? read.errors : {}}
          timeZones={schedule.timeZones}
          isSaving={save.isPending}
          onChange={(next) => {
            save.reset()
            setEdited({ draft: next, baseVersion })
          }}
          onSave={() => {
            if ('window' in read) save.mutate({ window: read.window, baseVersion })
          }}
        />
        <SaveResult save={save} onDiscard={discard} />
      </section>
      <DayToCome window={'window' in read ? read.window : stored} isOfDraft={'window' in read} />
    </>
  )
}

'use client'

import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
import { reviewsPerPage } from '@afterword/validation/widget/rules'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useKept } from '#kept/use-kept.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useTRPC } from '#session/context.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { isSameDraft, readDraft, readKeptDraft, readPreview, toDraft } from './settings-draft.ts'
import { toPreview } from './preview-data.ts'
import { RealPreview } from './real-preview.tsx'
import { WidgetForm } from './widget-form.tsx'
import { WidgetPreview } from './widget-preview.tsx'

/** The storefront widget's settings beside what they look like. */
export const WidgetEditor = ({ canSave }: { canSave: boolean }) => {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const current = useQuery(trpc.admin.widget.get.queryOptions(undefined, { refetchOnWindowFocus: false }))
  const reviews = useQuery(trpc.admin.review.list.queryOptions({ status: 'published', pageSize: reviewsPerPage.most }))
  const [edited, setEdited] = useKept('widget', readKeptDraft)
  const save = useMutation(
    trpc.admin.widget.save.mutationOptions({
      onSuccess: ({ settings, version }) => {
        queryClient.setQueryData(trpc.admin.widget.get.queryKey(), (before) =>
          before === undefined ? before : { ...before, settings, version },
        )
        // What was typed while it was saved is unsaved still, and builds on what is saved now.
        const isSent = edited === null || isSameDraft(edited.draft, settings, current.data?.currency ?? '')
        setEdited(isSent ? null : { ...edited, baseVersion: version })
      },
    }),
  )
  if (current.isError)
    return <LoadFailed error={current.error} onRetry={() => void current.refetch()} className="m-6" />
  if (current.isPending) {
    return (
      <div role="status" aria-label={texts.loading} className="grid gap-6 p-6 lg:grid-cols-2">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
    )
  }

  const { settings, version, currency, locale } = current.data
  const draft = edited?.draft ?? toDraft(settings, currency)
  // A draft from before a sign-in still says which settings it began from.
  const baseVersion = edited?.baseVersion ?? version
  const read = readDraft(draft, currency)
  const { settings: shownSettings, note } = readPreview(draft, settings, currency)
  const preview = toPreview({ settings: shownSettings, currency, locale, reviews: reviews.data?.items ?? [] })
  const wasChangedElsewhere = describeCallFailure(save.error)?.code === 'widget.state_changed'
  const discard = (): void => {
    save.reset()
    setEdited(null)
    void current.refetch()
  }
  return (
    <main>
      <PageHeader title={texts.title} />
      <div className="grid gap-8 px-4 pt-2 pb-10 lg:grid-cols-[minmax(0,24rem)_minmax(0,40rem)] lg:px-6">
        <div className="grid content-start gap-4">
          <WidgetForm
            draft={draft}
            errors={'errors' in read ? read.errors : {}}
            currency={currency}
            canSave={canSave}
            isSaving={save.isPending}
            onChange={(next) => {
              save.reset()
              setEdited({ draft: next, baseVersion })
            }}
            onSave={() => {
              if ('settings' in read) save.mutate({ settings: read.settings, baseVersion })
            }}
          />
          <div role="status">
            {save.isSuccess && <Notice tone="good">{texts.saved}</Notice>}
            {save.isError && (
              <Notice tone="bad">
                <p>{failureMessage(save.error)}</p>
                {wasChangedElsewhere && (
                  <Button size="small" className="mt-2" onClick={discard}>
                    {texts.loadLatest}
                  </Button>
                )}
              </Notice>
            )}
          </div>
        </div>
        <section aria-labelledby="preview" className="grid content-start gap-2">
          <h2 id="preview" className="text-sm font-semibold text-ink-soft">
            {reviews.data?.items.length === 0 ? texts.preview.titleWithoutReviews : texts.preview.title}
          </h2>
          <p role="status" className="min-h-6 text-sm font-semibold">
            {note}
          </p>
          <RealPreview data={preview}>
            <WidgetPreview {...preview} />
          </RealPreview>
        </section>
      </div>
    </main>
  )
}

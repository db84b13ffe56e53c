'use client'

import { sayCount } from '@afterword/language/say-count'
import { operatorAttemptsTexts } from '@afterword/language/texts/operator-attempts/texts'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { AttemptCard } from '#operator/attempts/attempt-card.tsx'
import { IncidentHits } from './incident-hits.tsx'
import { IncidentPlot } from './incident-plot.tsx'
import { IncidentScope } from './incident-scope.tsx'
import type { IncidentDetail } from '#operator/attempts/incident-types.ts'
import { VerdictBadge } from '#operator/attempts/verdict-badge.tsx'
import { StateBadge } from './state-badge.tsx'

const IncidentActs = ({ incident }: { incident: IncidentDetail }) => {
  const trpc = useTRPC()
  const client = useQueryClient()
  const settle = { onSettled: async () => await client.invalidateQueries(trpc.operator.incident.pathFilter()) }
  const mute = useMutation(trpc.operator.incident.mute.mutationOptions(settle))
  const resolve = useMutation(trpc.operator.incident.resolve.mutationOptions(settle))
  const reopen = useMutation(trpc.operator.incident.reopen.mutationOptions(settle))
  const acts = [mute, resolve, reopen]
  const isBusy = acts.some(({ isPending }) => isPending)
  const failed = acts.find(({ error }) => error !== null)
  const input = { incidentId: incident.id }
  return (
    <div className="flex flex-wrap gap-2">
      {incident.state !== 'resolved' && (
        <Button look="primary" disabled={isBusy} onClick={() => resolve.mutate(input)}>
          {texts.resolve}
        </Button>
      )}
      {incident.state === 'open' && (
        <Button disabled={isBusy} onClick={() => mute.mutate(input)}>
          {texts.mute}
        </Button>
      )}
      {incident.state !== 'open' && (
        <Button disabled={isBusy} onClick={() => reopen.mutate(input)}>
          {texts.reopen}
        </Button>
      )}
      {failed !== undefined && <LoadFailed error={failed.error} onRetry={() => failed.reset()} />}
    </div>
  )
}

const Attempts = ({ incident }: { incident: IncidentDetail }) => (
  <section aria-labelledby="attempts" className="grid gap-2">
    <h2 id="attempts" className="text-lg font-semibold">
      {texts.attemptList.title}
    </h2>
    <ol {...useOneTabStop<HTMLOListElement>()} className="rounded-xl border border-line bg-surface">
      {incident.attempts.map((attempt) => (
        <AttemptCard key={attempt.attemptId} attempt={attempt} />
      ))}
    </ol>
    {incident.moreAttempts > 0 && (
      <p className="text-ink-soft">{sayCount(texts.attemptList.more, { count: incident.moreAttempts }, texts)}</p>
    )}
  </section>
)

const Incident = ({ incident }: { incident: IncidentDetail }) => (
  <>
    <header className="grid gap-3">
      <Link href="/operator/incidents" className="text-sm text-ink-soft underline">
        {texts.all}
      </Link>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-xl font-semibold">{incident.title}</h1>
        <StateBadge state={incident.state} />
        <VerdictBadge verdict={incident.verdict} />
      </div>
      <p className="max-w-3xl text-lg">{incident.sentence}</p>
      <p className="text-ink-soft">{operatorAttemptsTexts.verdicts[incident.verdict].meaning}</p>
      <IncidentActs incident={incident} />
    </header>
    <section aria-label={texts.scope.title} className="rounded-xl border border-line bg-surface p-4">
      <IncidentScope incident={incident} />
    </section>
    <section aria-labelledby="plot" className="grid gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 id="plot" className="text-lg font-semibold">
        {texts.plot.title}
      </h2>
      <IncidentPlot plot={incident.plot} />
    </section>
    {incident.hits.length > 0 && <IncidentHits hits={incident.hits} />}
    <Attempts incident={incident} />
  </>
)

/** One incident: first what happened and why, then which customers it hit, the plot, and each attempt as browser and server recorded it. */
export const IncidentView = ({ incidentId }: { incidentId: string }) => {
  const trpc = useTRPC()
  const query = useQuery(trpc.operator.incident.get.queryOptions({ incidentId }))
  return (
    <main>
      <PageBody className="pt-4">
        {query.isError && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && (
          <div role="status" aria-label={texts.loadingOne} className="grid gap-4">
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-64 w-full" />
          </div>
        )}
        {query.data !== undefined && <Incident incident={query.data} />}
      </PageBody>
    </main>
  )
}

'use client'

import { say } from '@afterword/language/text'
import { operatorAttemptsTexts as texts } from '@afterword/language/texts/operator-attempts/texts'
import { mostSearchLength } from '@afterword/validation/primitives/list-rules'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { type SubmitEvent, useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { Input } from '#ui/input.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { useTRPC } from '#session/context.ts'
import { LogBody } from '#frame/log-frame.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { AttemptCard } from './attempt-card.tsx'
import { type AttemptFilters, attemptsHref, readAttemptFilters } from './attempts-address.ts'
import type { IncidentAttempt } from './incident-types.ts'

const go = (filters: AttemptFilters): void => globalThis.history.pushState(null, '', attemptsHref(filters))

type Condition = Exclude<keyof AttemptFilters, 'search'>

/** Where an attempt that fits has the name of what an id in the address stands for. */
const namesOf: Readonly<Record<Condition, (attempt: IncidentAttempt) => string | null | undefined>> = {
  shopId: ({ shop }) => shop?.name,
  orderId: ({ orderName }) => orderName,
  lineItemId: ({ productTitle }) => productTitle,
  customerId: ({ customerName }) => customerName,
}
const conditions = Object.keys(namesOf) as Condition[]

interface ConditionsProps {
  filters: AttemptFilters
  first: IncidentAttempt | undefined
}

/** What the list is about, each with a button that removes it. */
const Conditions = ({ filters, first }: ConditionsProps) => {
  const set = conditions.flatMap((condition) => {
    const id = filters[condition]
    if (id === undefined) return []
    const name = (first === undefined ? null : namesOf[condition](first)) ?? id
    return [{ condition, words: say(texts.filters[condition], { name }) }]
  })
  if (set.length === 0) return null
  return (
    <ul aria-label={texts.filters.label} className="flex flex-wrap gap-2">
      {set.map(({ condition, words }) => (
        <li key={condition}>
          <Button
            size="small"
            aria-label={say(texts.filters.remove, { filter: words })}
            onClick={() => go({ ...filters, [condition]: undefined })}
          >
            {words}
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}

const SearchForm = ({ filters }: { filters: AttemptFilters }) => {
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    go({ ...filters, search: field.current?.value.trim() })
  }
  return (
    <form role="search" onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <span className="relative min-w-40 flex-1 sm:max-w-md">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <Input
          ref={field}
          key={filters.search ?? ''}
          type="search"
          maxLength={mostSearchLength}
          defaultValue={filters.search ?? ''}
          aria-label={texts.search.label}
          placeholder={texts.search.placeholder}
          className="pl-9"
        />
      </span>
      <Button type="submit">{texts.search.find}</Button>
    </form>
  )
}

/** Every failed call, whichever its incident: all of them, those of a shop, order, item or customer, or one by its id. */
export const AttemptSearch = () => {
  const filters = readAttemptFilters(useSearchParams())
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.operator.incident.attempts.infiniteQueryOptions(
      { ...filters, pageSize: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const stops = useOneTabStop<HTMLOListElement>()
  const attempts = list.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = Object.keys(filters).length > 0
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody>
        <SearchForm filters={filters} />
        <Conditions filters={filters} first={attempts[0]} />
        <LogBody
          title={texts.title}
          list={list}
          isEmpty={attempts.length === 0}
          empty={isFiltered ? texts.noneFound : texts.none}
        >
          <ol {...stops} className="rounded-xl border border-line bg-surface">
            {attempts.map((attempt) => (
              <AttemptCard key={attempt.attemptId} attempt={attempt} isOutsideIncident />
            ))}
          </ol>
        </LogBody>
      </PageBody>
    </main>
  )
}

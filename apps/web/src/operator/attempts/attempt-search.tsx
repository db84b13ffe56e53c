'use client'

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

const nameOf = (name: keyof AttemptFilters, value: string, first: IncidentAttempt | undefined): string => {
  if (name === 'shopId') return `Shop ${first?.shop?.name ?? value}`
  if (name === 'orderId') return `Order ${first?.orderName ?? value}`
  if (name === 'customerId') return `Customer ${first?.customerName ?? value}`
  return name === 'lineItemId' ? `Item ${first?.productTitle ?? value}` : `“${value}”`
}

/** What the list is about, each with a way to drop it. */
const Conditions = ({ filters, first }: { filters: AttemptFilters; first: IncidentAttempt | undefined }) => {
  const set = (Object.entries(filters) as [keyof AttemptFilters, string][]).filter(([name]) => name !== 'search')
  if (set.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2">
      {set.map(([name, value]) => (
        <li key={name}>
          <Button
            size="small"
            aria-label={`${nameOf(name, value, first)}: remove this filter`}
            onClick={() => go({ ...filters, [name]: undefined })}
          >
            {nameOf(name, value, first)}
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
          aria-label="Customer, email address, order, review id, attempt id or request id"
          placeholder="Customer, email, order or id"
          className="pl-9"
        />
      </span>
      <Button type="submit">Find</Button>
    </form>
  )
}

/** Every failed call of whatever incident, of one shop, order, item or customer, or found by an id. */
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
      <PageHeader title="Failed attempts" />
      <PageBody>
        <SearchForm filters={filters} />
        <Conditions filters={filters} first={attempts[0]} />
        <LogBody
          title="Failed attempts"
          list={list}
          isEmpty={attempts.length === 0}
          empty={
            isFiltered
              ? {
                  title: 'No failed attempts found',
                  text: 'Check the spelling. New failures appear here within half a minute.',
                }
              : {
                  title: 'No failed attempts',
                  text: 'When a customer’s review page cannot reach the server, the attempt appears here.',
                }
          }
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

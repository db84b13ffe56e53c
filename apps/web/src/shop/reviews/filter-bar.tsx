'use client'

import { sayCount } from '@afterword/language/say-count'
import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { ratingsFromBest } from '@afterword/validation/review/rating'
import { mostSearchLength } from '@afterword/validation/primitives/list-rules'
import { reviewStatuses } from '@afterword/validation/review/rules'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import type { RefObject } from 'react'
import { isComposing } from '#ui/is-composing.ts'
import { Button } from '#ui/button.tsx'
import { Input } from '#ui/input.tsx'
import { Select } from '#ui/select.tsx'
import { Tab, Tabs } from '#ui/tabs.tsx'
import { useTRPC } from '#session/context.ts'
import { useTypedFilter } from '#ui/use-typed-filter.ts'
import { filtersHref, type ReviewFilters } from './filters.ts'

const { filters: words } = texts

interface StatusTabsProps {
  filters: ReviewFilters
  onChange: (change: Partial<ReviewFilters>) => void
}

export const StatusTabs = ({ filters, onChange }: StatusTabsProps) => {
  const trpc = useTRPC()
  const counts = useQuery(trpc.admin.review.counts.queryOptions())
  return (
    <Tabs label={texts.status}>
      {reviewStatuses.map((status) => {
        const next = { ...filters, status, reviewId: null }
        return (
          <Tab
            key={status}
            href={filtersHref(next)}
            isCurrent={filters.status === status}
            count={counts.data?.[status]}
            onSelect={() => onChange({ status })}
          >
            {texts.statuses[status]}
          </Tab>
        )
      })}
    </Tabs>
  )
}

interface FilterBarProps extends StatusTabsProps {
  /** @param isSameSearch  More of the search that was told before: the address is replaced, not added to. */
  onSearch: (search: string, isSameSearch: boolean) => void
  searchField: RefObject<HTMLInputElement | null>
}

/** What narrows the queue: rating, product and a search. All of it stands in the address. */
export const FilterBar = ({ filters, onChange, onSearch, searchField }: FilterBarProps) => {
  const trpc = useTRPC()
  const products = useQuery(trpc.admin.product.list.queryOptions())
  const [typed, setTyped, endSearch] = useTypedFilter(filters.search, searchField, onSearch)
  const hasFilter = filters.rating !== null || filters.productId !== null || filters.search !== ''
  return (
    <div role="search" className="flex flex-wrap items-center gap-2">
      <span className="relative min-w-40 flex-1 sm:max-w-64">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <Input
          ref={searchField}
          type="search"
          dir="auto"
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          value={typed}
          maxLength={mostSearchLength}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={endSearch}
          onKeyDown={(event) => event.key === 'Enter' && !isComposing(event) && endSearch()}
          className="pl-9"
        />
      </span>
      <Select
        aria-label={words.rating}
        value={filters.rating ?? ''}
        onChange={(event) => {
          const { value } = event.target
          onChange({ rating: value === '' ? null : Number(value) })
        }}
      >
        <option value="">{words.anyRating}</option>
        {ratingsFromBest.map((rating) => (
          <option key={rating} value={rating}>
            {sayCount(words.stars, { count: rating }, texts)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={words.product}
        value={filters.productId ?? ''}
        onChange={(event) => {
          const { value } = event.target
          onChange({ productId: value === '' ? null : value })
        }}
        className="max-w-48 max-sm:max-w-none max-sm:min-w-40 max-sm:flex-1"
      >
        <option value="">{words.allProducts}</option>
        {products.data?.map((product) => (
          <option key={product.id} value={product.id}>
            {product.title}
          </option>
        ))}
      </Select>
      {/* It keeps its room: a bar that grew would wrap while a search is typed. */}
      <Button
        look="quiet"
        onClick={() => onChange({ rating: null, productId: null, search: '' })}
        className={hasFilter ? '' : 'invisible'}
      >
        {words.clear}
      </Button>
    </div>
  )
}

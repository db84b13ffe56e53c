'use client'

import { reviewStatuses } from '@afterword/validation/review-rules'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Input } from '../../components/ui/input.tsx'
import { Select } from '../../components/ui/select.tsx'
import { Tab, Tabs } from '../../components/ui/tabs.tsx'
import { useTRPC } from '../../trpc/context.ts'
import { filtersHref, type ReviewFilters } from './filters.ts'
import { statusNames } from './words.ts'

const typingPauseMs = 250

interface FilterBarProps {
  filters: ReviewFilters
  onChange: (filters: ReviewFilters) => void
  searchField: RefObject<HTMLInputElement | null>
}

export const StatusTabs = ({ filters, onChange }: Omit<FilterBarProps, 'searchField'>) => {
  const trpc = useTRPC()
  const counts = useQuery(trpc.admin.review.counts.queryOptions())
  return (
    <Tabs label="Status">
      {reviewStatuses.map((status) => {
        const next = { ...filters, status, reviewId: null }
        return (
          <Tab
            key={status}
            href={filtersHref(next)}
            isCurrent={filters.status === status}
            count={counts.data?.[status]}
            onSelect={() => onChange(next)}
          >
            {statusNames[status]}
          </Tab>
        )
      })}
    </Tabs>
  )
}

/** Rating, product and words; all of it stands in the address. */
export const FilterBar = ({ filters, onChange, searchField }: FilterBarProps) => {
  const trpc = useTRPC()
  const products = useQuery(trpc.admin.product.list.queryOptions())
  const [typed, setTyped] = useState(filters.search)
  const [known, setKnown] = useState(filters.search)
  if (known !== filters.search) {
    // The address changed by other means than typing here: by Back, by Clear.
    setKnown(filters.search)
    setTyped(filters.search)
  }
  useEffect(() => {
    const search = typed.trim()
    if (search === known) return
    const timer = setTimeout(() => {
      setKnown(search)
      onChange({ ...filters, search, reviewId: null })
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, known, filters, onChange])
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
          aria-label="Search reviews"
          placeholder="Search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          className="pl-9"
        />
      </span>
      <Select
        aria-label="Rating"
        value={filters.rating ?? ''}
        onChange={(event) => {
          const { value } = event.target
          onChange({ ...filters, rating: value === '' ? null : Number(value), reviewId: null })
        }}
      >
        <option value="">Any rating</option>
        {[5, 4, 3, 2, 1].map((rating) => (
          <option key={rating} value={rating}>
            {rating === 1 ? '1 star' : `${rating} stars`}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Product"
        value={filters.productId ?? ''}
        onChange={(event) => {
          const { value } = event.target
          onChange({ ...filters, productId: value === '' ? null : value, reviewId: null })
        }}
        className="max-w-48 max-sm:max-w-none max-sm:min-w-40 max-sm:flex-1"
      >
        <option value="">All products</option>
        {products.data?.map((product) => (
          <option key={product.id} value={product.id}>
            {product.title}
          </option>
        ))}
      </Select>
      {hasFilter && (
        <Button
          look="quiet"
          onClick={() => onChange({ ...filters, rating: null, productId: null, search: '', reviewId: null })}
        >
          Clear
        </Button>
      )}
    </div>
  )
}

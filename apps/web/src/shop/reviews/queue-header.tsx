import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { Keyboard } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { PageHeader } from '#frame/page-header.tsx'
import { Button } from '#ui/button.tsx'
import { keycapOf } from './desk-key.ts'
import { FilterBar, StatusTabs } from './filter-bar.tsx'
import type { Selection } from './use-selection.ts'

interface QueueHeaderProps {
  selection: Selection
  searchField: RefObject<HTMLInputElement | null>
  onShowKeys: () => void
  action: ReactNode
}

/** Above both panes: the title, the states as tabs, and what narrows the queue. */
export const QueueHeader = ({ selection, searchField, onShowKeys, action }: QueueHeaderProps) => {
  const { filters, narrow } = selection
  return (
    <>
      <PageHeader title={texts.title}>
        {action}
        <Button look="quiet" size="small" onClick={onShowKeys} className="max-lg:hidden">
          <Keyboard aria-hidden /> {texts.keys.title} <span className="font-normal">{keycapOf('help')}</span>
        </Button>
      </PageHeader>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 lg:px-6">
        <StatusTabs filters={filters} onChange={narrow} />
        <FilterBar
          filters={filters}
          onChange={narrow}
          onSearch={(search, isSameSearch) => narrow({ search }, isSameSearch)}
          searchField={searchField}
        />
      </div>
    </>
  )
}

import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import { Button } from '#ui/button.tsx'

/** What an infinite query says of its next page. */
export interface NextPage {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

/** The button that loads the next page of a list that has one. */
export const LoadMore = ({ list, className }: { list: NextPage; className?: string }) => (
  <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} className={className}>
    {list.isFetchingNextPage ? texts.loadingMore : texts.loadMore}
  </Button>
)

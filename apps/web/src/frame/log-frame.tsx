import { say } from '@afterword/language/text'
import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tab, Tabs } from '#ui/tabs.tsx'
import { LoadFailed } from './load-failed.tsx'
import { LoadMore, type NextPage } from './load-more.tsx'
import { PageBody } from './page-body.tsx'
import { PageHeader } from './page-header.tsx'

/** What the frame needs of an infinite query. */
interface PagedList extends NextPage {
  readonly isError: boolean
  readonly isPending: boolean
  readonly isSuccess: boolean
  readonly error: unknown
  readonly refetch: () => Promise<unknown>
}

interface LogBodyProps {
  title: string
  list: PagedList
  isEmpty: boolean
  /** Words for when there is nothing. */
  empty: { readonly title: string; readonly text: string; readonly action?: ReactNode }
  children: ReactNode
}

/** What a log shows under its filter: its loading, failed and empty states, what is there, more. */
export const LogBody = ({ title, list, isEmpty, empty, children }: LogBodyProps) => (
  <>
    {list.isError && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
    {list.isPending && (
      <div role="status" aria-label={say(texts.loading, { title })} className="grid gap-3">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} className="h-11 w-full" />
        ))}
      </div>
    )}
    {list.isSuccess && isEmpty && (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    )}
    {!isEmpty && children}
    {list.hasNextPage && (
      <div>
        <LoadMore list={list} />
      </div>
    )}
  </>
)

interface LogFrameProps<Choice extends string> {
  title: string
  /** Beside the title: the page's one action. */
  action?: ReactNode
  /** Above the filter: the pages beside this one. */
  siblings?: ReactNode
  /** Told above the list while it is true. */
  notice?: ReactNode
  /** The tabs that filter the log; the address holds the choice, null is all. */
  filter: {
    readonly label: string
    readonly choices: readonly Choice[]
    readonly current: Choice | null
    readonly nameOf: (choice: Choice) => string
    readonly hrefOf: (choice: Choice | null) => string
  }
  list: PagedList
  isEmpty: boolean
  /** Words for a log that holds nothing at all, and for one whose filter fits nothing. */
  empty: {
    readonly title: string
    readonly text: string
    readonly filteredTitle: string
    /** What to do about it, where there is something to do. */
    readonly action?: ReactNode
  }
  /** The table of what is there. */
  children: ReactNode
}

/** A page of the admin that shows a log: tabs, its loading, failed and empty states, table, more. */
export const LogFrame = <Choice extends string>(props: LogFrameProps<Choice>) => {
  const { title, filter, list, isEmpty, empty } = props
  const { current, hrefOf } = filter
  const go = (next: Choice | null) => (): void => globalThis.history.pushState(null, '', hrefOf(next))
  return (
    <main>
      <PageHeader title={title}>{props.action}</PageHeader>
      <PageBody>
        {props.siblings}
        <Tabs label={filter.label}>
          <Tab href={hrefOf(null)} isCurrent={current === null} onSelect={go(null)}>
            {texts.allChoices}
          </Tab>
          {filter.choices.map((choice) => (
            <Tab key={choice} href={hrefOf(choice)} isCurrent={current === choice} onSelect={go(choice)}>
              {filter.nameOf(choice)}
            </Tab>
          ))}
        </Tabs>
        {props.notice}
        <LogBody
          title={title}
          list={list}
          isEmpty={isEmpty}
          empty={current === null ? empty : { title: empty.filteredTitle, text: texts.otherChoice }}
        >
          {props.children}
        </LogBody>
      </PageBody>
    </main>
  )
}

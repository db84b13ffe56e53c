'use client'

import { say } from '@afterword/language/text'
import { adminAuditTexts as texts } from '@afterword/language/texts/admin-audit/texts'
import { adminSettingsTexts } from '@afterword/language/texts/admin-settings/texts'
import { localeOf } from '@afterword/language/locale-of'
import type { AppRouter } from '@afterword/trpc/root'
import { type ActorKind, actorKinds, type AuditAction } from '@afterword/validation/audit/actions'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { LogFrame } from '#frame/log-frame.tsx'
import { SettingsTabs } from '#frame/settings-tabs.tsx'
import { useTRPC } from '#session/context.ts'
import { useNow } from '#time/use-now.ts'
import { fields } from '#shop/settings/settings-draft.ts'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'

type AuditEntry = inferRouterOutputs<AppRouter>['admin']['audit']['list']['items'][number]

/** A new act without its words does not compile. */
const actions: Readonly<Record<AuditAction, string>> = texts.actions

const hrefOf = (kind: ActorKind | null): string => (kind === null ? '/admin/audit' : `/admin/audit?by=${kind}`)

/** Which fields a change of settings touched; the log holds no values. */
const fieldsOf = ({ details }: AuditEntry): string | null => {
  const changed = details?.['fields']
  if (!Array.isArray(changed)) return null
  const names = fields.filter((field) => changed.includes(field)).map((field) => adminSettingsTexts[field])
  return say(texts.fields, { fields: new Intl.ListFormat(localeOf(texts)).format(names) })
}

/** On a phone the time stands below the person. */
const AuditRow = ({ entry, now }: { entry: AuditEntry; now: number }) => {
  const time = <TimeAgo at={entry.at} now={now} />
  const change = fieldsOf(entry)
  return (
    <tr>
      <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">{time}</Td>
      <Td>
        <bdi>{entry.actorName ?? texts.actors[entry.actorKind]}</bdi>
        <span className="block text-sm text-ink-soft sm:hidden">{time}</span>
      </Td>
      <Td className="sm:min-w-64">
        {actions[entry.action]}
        {change !== null && <span className="block text-sm text-ink-soft">{change}</span>}
        {entry.reviewId !== null && (
          <Link href={`/admin/reviews?review=${entry.reviewId}`} className="block text-sm">
            {texts.openReview}
          </Link>
        )}
      </Td>
    </tr>
  )
}

/** What was done in the shop, newest first, by whom. */
export const AuditLog = () => {
  const wanted = useSearchParams().get('by')
  const actorKind = actorKinds.find((kind) => kind === wanted) ?? null
  const now = useNow()
  const list = useInfiniteQuery(
    useTRPC().admin.audit.list.infiniteQueryOptions(
      { pageSize: 50, ...(actorKind === null ? {} : { actorKind }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <LogFrame
      title={texts.title}
      siblings={<SettingsTabs current="log" isOwner />}
      filter={{
        label: texts.who,
        choices: actorKinds,
        current: actorKind,
        nameOf: (kind) => texts.kinds[kind],
        hrefOf,
      }}
      list={list}
      isEmpty={entries.length === 0}
      empty={{ title: texts.none.title, text: texts.none.text, filteredTitle: texts.none.byKind }}
    >
      <Table label={texts.title}>
        <thead>
          <tr>
            <Th className="max-sm:hidden">{texts.when}</Th>
            <Th>{texts.who}</Th>
            <Th>{texts.what}</Th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} now={now} />
          ))}
        </tbody>
      </Table>
    </LogFrame>
  )
}

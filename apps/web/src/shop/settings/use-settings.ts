'use client'

import { errorCodes } from '@afterword/errors'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '#session/context.ts'
import { describeCallFailure } from '#call/failure.ts'
import { useKept } from '#kept/use-kept.tsx'
import { changesOf, type Field, fields, readKeptTyped, toTyped, type Typed } from './settings-draft.ts'

/** Why a field was refused, in words, by field. */
const refusalsOf = (error: unknown): Partial<Record<Field, string>> => {
  const refused = describeCallFailure(error)?.fields ?? {}
  return Object.fromEntries(
    fields.flatMap((field) => {
      const code = refused[field]
      return code === undefined ? [] : [[field, errorCodes[code].message] as const]
    }),
  )
}

/** Whatever a website is refused for is told at its field. */
const websiteRefusalOf = (error: unknown): Partial<Record<Field, string>> => {
  const code = describeCallFailure(error)?.code
  return code?.startsWith('website.') === true ? { websiteUrl: errorCodes[code].message } : {}
}

/** The shop's settings, what was typed over them, and what came of saving it. */
export const useSettings = () => {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const stored = useQuery(trpc.admin.shop.settings.queryOptions(undefined, { refetchOnWindowFocus: false }))
  const [typed, keep] = useKept('settings', readKeptTyped)
  const save = useMutation(
    trpc.admin.shop.changeSettings.mutationOptions({
      onSuccess: (settings, sent) => {
        queryClient.setQueryData(trpc.admin.shop.settings.queryKey(), settings)
        // What was typed while it was saved is unsaved still.
        const later = Object.entries(typed ?? {}).filter(([field, value]) => sent[field as Field] !== value)
        keep(later.length === 0 ? null : Object.fromEntries(later))
      },
    }),
  )
  const readBrand = useMutation(
    trpc.admin.shop.readBrand.mutationOptions({
      onSuccess: ({ name, locale, accentColor, logoUrl, websiteUrl }) => {
        const told = Object.entries({ name, locale, accentColor, logoUrl, websiteUrl }).filter(
          ([, value]) => value !== null,
        )
        keep({ ...typed, ...(Object.fromEntries(told) as Partial<Typed>) })
      },
    }),
  )
  const before = stored.data === undefined ? null : toTyped(stored.data)
  const changes = before === null || typed === null ? {} : changesOf(typed, before)
  return {
    stored,
    values: before === null ? null : { ...before, ...changes },
    changes,
    save,
    readBrand,
    failure: save.error ?? readBrand.error,
    refused: { ...refusalsOf(save.error), ...websiteRefusalOf(readBrand.error) },
    type: (field: Field, value: string): void => {
      save.reset()
      readBrand.reset()
      keep({ ...typed, [field]: value })
    },
    discard: (): void => {
      save.reset()
      readBrand.reset()
      keep(null)
      void stored.refetch()
    },
  }
}

export type SettingsState = ReturnType<typeof useSettings>

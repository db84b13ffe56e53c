import type { AppRouter } from '@afterword/trpc/root'
import type { inferRouterOutputs } from '@trpc/server'

type AccountOutputs = inferRouterOutputs<AppRouter>['admin']['account']

export type AccountView = AccountOutputs['get']
export type SessionRow = AccountOutputs['sessions'][number]

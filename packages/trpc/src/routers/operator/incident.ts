import { findAttempts } from '@afterword/services/insight/incident/find-attempts'
import { changeIncidentState } from '@afterword/services/insight/incident/change-incident-state'
import { getIncident } from '@afterword/services/insight/incident/get-incident'
import { getLogUsage } from '@afterword/services/insight/incident/get-log-usage'
import { listIncidents } from '@afterword/services/insight/incident/list-incidents'
import {
  findAttemptsSchema,
  incidentAttemptSchema,
  incidentDetailSchema,
  incidentIdSchema,
  incidentRowSchema,
  listIncidentsSchema,
  logUsageSchema,
} from '@afterword/validation/incident/schema'
import { pageOf } from '@afterword/validation/primitives/pagination'
import type { TRPCRouterRecord } from '@trpc/server'
import { operatorProcedure } from '../../procedure/procedures.ts'

const changeTo = (state: 'open' | 'muted' | 'resolved') =>
  operatorProcedure.input(incidentIdSchema).mutation(async ({ ctx, input }) => {
    await changeIncidentState({ ctx: ctx.service, input: { ...input, state } })
  })

export const operatorIncidentRouter = {
  list: operatorProcedure
    .input(listIncidentsSchema)
    .output(pageOf(incidentRowSchema))
    .query(async ({ ctx, input }) => await listIncidents({ ctx: ctx.service, input })),
  get: operatorProcedure
    .input(incidentIdSchema)
    .output(incidentDetailSchema)
    .query(async ({ ctx, input }) => await getIncident({ ctx: ctx.service, input })),
  attempts: operatorProcedure
    .input(findAttemptsSchema)
    .output(pageOf(incidentAttemptSchema))
    .query(async ({ ctx, input }) => await findAttempts({ ctx: ctx.service, input })),
  logUsage: operatorProcedure.output(logUsageSchema).query(async ({ ctx }) => await getLogUsage({ ctx: ctx.service })),
  mute: changeTo('muted'),
  resolve: changeTo('resolved'),
  reopen: changeTo('open'),
} satisfies TRPCRouterRecord

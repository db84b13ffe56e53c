import { getSchedule } from '@afterword/services/operations/schedule/get-schedule'
import { previewSchedule } from '@afterword/services/operations/schedule/preview-schedule'
import { saveSchedule } from '@afterword/services/operations/schedule/save-schedule'
import {
  savedScheduleSchema,
  saveScheduleSchema,
  schedulePreviewSchema,
  scheduleSchema,
  scheduleWindowSchema,
} from '@afterword/validation/operations/schedule'
import type { TRPCRouterRecord } from '@trpc/server'
import { operatorProcedure } from '../../procedure/procedures.ts'

export const operatorScheduleRouter = {
  get: operatorProcedure.output(scheduleSchema).query(async ({ ctx }) => await getSchedule({ ctx: ctx.service })),
  preview: operatorProcedure
    .input(scheduleWindowSchema)
    .output(schedulePreviewSchema)
    .query(async ({ ctx, input }) => await previewSchedule({ ctx: ctx.service, input })),
  save: operatorProcedure
    .input(saveScheduleSchema)
    .output(savedScheduleSchema)
    .mutation(async ({ ctx, input }) => await saveSchedule({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord

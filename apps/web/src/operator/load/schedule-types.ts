import type { schedulePreviewSchema, scheduleSchema } from '@afterword/validation/operations/schedule'
import type { z } from 'zod'

export type Schedule = z.output<typeof scheduleSchema>
export type SchedulePreview = z.output<typeof schedulePreviewSchema>

import type { z } from 'zod'

/** How a queue treats its jobs. Seconds throughout. */
export interface JobPolicy {
  /** Tries after the first one. */
  readonly retryLimit: number
  readonly retryDelaySeconds: number
  /** The delay doubles with each try, up to this. */
  readonly retryDelayMaxSeconds: number
  /** A job that runs longer is taken to be dead and tried again. */
  readonly expireInSeconds: number
}

export interface JobDefinition<Data = unknown> {
  readonly name: string
  readonly schema: z.ZodType<Data>
  readonly policy: JobPolicy
}

/** What a job of this definition carries. */
export type JobData<Definition> = Definition extends JobDefinition<infer Data> ? Data : never

export const defineJob = <Data>(definition: JobDefinition<Data>): JobDefinition<Data> => definition

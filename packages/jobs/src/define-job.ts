import type { z } from 'zod'

/** How a queue treats its jobs. Seconds throughout. */
export interface JobPolicy {
  readonly retryLimit: number
  readonly retryDelaySeconds: number
  /** Doubles the delay with each try, up to this. */
  readonly retryDelayMaxSeconds: number
  /** A job that runs longer is taken to be dead and tried again. */
  readonly expireInSeconds: number
}

export interface JobDefinition<Data = unknown> {
  readonly name: string
  readonly schema: z.ZodType<Data>
  readonly policy: JobPolicy
}

export const defineJob = <Data>(definition: JobDefinition<Data>): JobDefinition<Data> => definition

import { PgBoss, type Queue } from 'pg-boss'
import { jobCatalogue } from './catalogue.ts'
import type { JobDefinition, JobPolicy } from './define/define-job.ts'
import { heartbeatSeconds, ownTelemetry, queueSchema } from './pg-boss-options.ts'

const toQueueOptions = (policy: JobPolicy, heartbeat: number): Omit<Queue, 'name'> => ({
  retryLimit: policy.retryLimit,
  retryDelay: policy.retryDelaySeconds,
  retryDelayMax: policy.retryDelayMaxSeconds,
  retryBackoff: true,
  expireInSeconds: policy.expireInSeconds,
  heartbeatSeconds: heartbeat,
  notify: true,
})

/**
 * Brings the queue's own schema to the newest version and every queue of the catalogue to its
 * policy. The one step that changes the queue's tables: run it once before api, web and worker
 * start. Safe to run at every start and at once.
 *
 * @param url            Connection URL of the application's database.
 * @param options Overrides parts of every queue's policy, and the heartbeat (at least 10 s); tests shorten waits with it.
 */
export const migrateJobs = async (
  url: string,
  options: { policy?: Partial<JobPolicy>; heartbeatSeconds?: number } = {},
): Promise<void> => {
  const boss = new PgBoss({
    connectionString: url,
    schema: queueSchema,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: ownTelemetry,
  })
  const errors: Error[] = []
  boss.on('error', (error) => errors.push(error))
  await boss.start()
  try {
    const definitions: readonly Pick<JobDefinition, 'name' | 'policy'>[] = Object.values(jobCatalogue)
    for (const { name, policy } of definitions) {
      const queue = toQueueOptions({ ...policy, ...options.policy }, options.heartbeatSeconds ?? heartbeatSeconds)
      await boss.createQueue(name, queue)
      await boss.updateQueue(name, queue)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (errors[0] !== undefined) throw errors[0]
}

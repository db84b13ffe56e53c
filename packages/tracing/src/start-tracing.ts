import type { Tracing, TracingOptions } from './tracing.ts'
import type { TracingSettings } from './tracing-settings.ts'

/**
 * Sets a process up to trace, as the first thing it does. Loads nothing when there is nothing to trace.
 *
 * @returns null when `settings` is.
 */
export const startTracing = async (
  settings: TracingSettings | null,
  options: TracingOptions,
): Promise<Tracing | null> => {
  if (settings === null) return null
  // Loaded late: a process that traces nothing carries none of the SDK.
  const { openTracing } = await import('./open-tracing.ts')
  return openTracing(settings, options)
}

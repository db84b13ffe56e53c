import type { Gate } from '@afterword/db/connection/gate'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Congestion } from './admission.ts'
import type { Slowness } from './slowness.ts'

const windowMs = 100
/** How often the loop is asked to be on time; the histogram holds this much on top of the delay. */
const resolutionMs = 10
const nanosecondsPerMs = 1_000_000

/**
 * Looks ten times a second at the two queues a request can stand in, the event loop and the line
 * before the database, and at how slow `vital` work has become.
 *
 * @returns Ends it.
 */
export const watchCongestion = (
  { gate, slowness }: { readonly gate: Gate; readonly slowness: Slowness },
  tell: (congestion: Congestion) => void,
): (() => void) => {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  const timer = setInterval(() => {
    // Without a single sample the loop was blocked for the whole window.
    const meanMs = histogram.count === 0 ? windowMs : histogram.mean / nanosecondsPerMs
    histogram.reset()
    tell({
      loopDelayMs: Math.max(0, meanMs - resolutionMs),
      shortestWaitMs: gate.takeWindow().shortestWaitMs,
      slowness: slowness.take(),
    })
  }, windowMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    histogram.disable()
  }
}

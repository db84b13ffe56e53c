import type { Tracer } from '@opentelemetry/api'

export interface TracingOptions {
  /** `service.name`, unless `OTEL_SERVICE_NAME` says otherwise. */
  readonly serviceName: string
  /** `service.version`. */
  readonly release: string
  /** Told when the collector no longer takes spans, and when it does again. */
  readonly onChange: (change: CollectorChange) => void
}

export interface CollectorChange {
  readonly isReachable: boolean
  readonly error?: Error
}

export interface Tracing {
  readonly tracer: Tracer
  /** Sends what is not sent yet, for a second at most, and ends. Never fails. */
  readonly stop: () => Promise<void>
}

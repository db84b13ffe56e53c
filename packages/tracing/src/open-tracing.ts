import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { CompositePropagator, W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import {
  defaultResource,
  detectResources,
  type Resource,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  serviceNameEnvDetector,
} from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { callIdsPropagator } from './call-ids-propagator.ts'
import { createCleanExporter } from './clean-exporter.ts'
import { createSampler } from './create-sampler.ts'
import { inheritProcessor } from './inherited-attributes.ts'
import { scopeName } from './scope-name.ts'
import type { Tracing, TracingOptions } from './tracing.ts'
import type { TracingSettings } from './tracing-settings.ts'

/** What a process that ends still gives to a collector that may be away. */
const lastFlushMs = 1_000
/** No text of ours is longer; what is, is cut. */
const longestValue = 256

const describeService = ({ serviceName, release }: TracingOptions): Resource =>
  defaultResource()
    .merge(resourceFromAttributes({ 'service.name': serviceName, 'service.version': release }))
    .merge(
      detectResources({
        detectors: [serviceInstanceIdDetector, resourceAttributesEnvDetector, serviceNameEnvDetector],
      }),
    )

/**
 * The SDK, set up for this process: spans wait in a line of at most 2,048 and go out in batches; what
 * comes while the line is full is dropped.
 *
 * @throws Error whose message says what to set
 */
export const openTracing = (settings: TracingSettings, options: TracingOptions): Tracing => {
  const exporter = createCleanExporter(new OTLPTraceExporter(), options.onChange)
  const provider = new TracerProvider({
    resource: describeService(options),
    sampler: createSampler(settings),
    spanLimits: { attributeValueLengthLimit: longestValue },
    spanProcessors: [inheritProcessor, new BatchSpanProcessor({ exporter })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), callIdsPropagator] }),
  )
  trace.setGlobalTracerProvider(provider)
  return {
    tracer: provider.getTracer(scopeName),
    async stop() {
      const timeUp = Promise.withResolvers<void>()
      const timer = setTimeout(timeUp.resolve, lastFlushMs)
      // What could not be sent was told to `onChange`.
      await Promise.race([provider.shutdown().catch(() => undefined), timeUp.promise])
      clearTimeout(timer)
    },
  }
}

import { redactUrl } from '@afterword/logger'
import type { Attributes } from '@opentelemetry/api'
import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import type { CollectorChange } from './tracing.ts'

/**
 * What may leave the process, no matter who began the span. Libraries' own spans would hold whole addresses
 * (Next's `http.target`), statements with their parameters and the messages of errors.
 */
const allowed =
  /^(?:afterword\.[\w.]+|error\.type|exception\.type|http\.(?:request\.method|response\.status_code|method|status_code|route)|url\.path|db\.(?:system\.name|operation\.name|query\.summary)|messaging\.[\w.]+|next\.(?:route|rsc|span_type|page))$/

const cleanText = (text: string): string => redactUrl(text.split('?', 1)[0] ?? '')

const cleanAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => allowed.test(name))
      .map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]),
  )

/** A span without what must not leave: attributes we do not know, messages, stacks, queries and link codes. */
export const cleanSpan = (span: ReadableSpan): ReadableSpan => ({
  name: cleanText(span.name),
  kind: span.kind,
  spanContext: () => span.spanContext(),
  ...(span.parentSpanContext === undefined ? {} : { parentSpanContext: span.parentSpanContext }),
  startTime: span.startTime,
  endTime: span.endTime,
  status: { code: span.status.code },
  attributes: cleanAttributes(span.attributes),
  links: span.links.map(({ context }) => ({ context })),
  events: span.events.map(({ name, time, attributes = {} }) => ({
    name: cleanText(name),
    time,
    attributes: cleanAttributes(attributes),
  })),
  duration: span.duration,
  ended: span.ended,
  resource: span.resource,
  instrumentationScope: span.instrumentationScope,
  droppedAttributesCount: span.droppedAttributesCount,
  droppedEventsCount: span.droppedEventsCount,
  droppedLinksCount: span.droppedLinksCount,
})

/** An exporter that cleans every span first and tells when the collector goes away and comes back. */
export const createCleanExporter = (
  exporter: SpanExporter,
  onChange: (change: CollectorChange) => void,
): SpanExporter => {
  let isReachable = true
  const note = ({ code, error }: ExportResult): void => {
    const isTaken = code === ExportResultCode.SUCCESS
    if (isTaken === isReachable) return
    isReachable = isTaken
    onChange({ isReachable, ...(error === undefined ? {} : { error }) })
  }
  return {
    export(spans, done) {
      exporter.export(spans.map(cleanSpan), (result) => {
        note(result)
        done(result)
      })
    },
    forceFlush: async () => await exporter.forceFlush?.(),
    shutdown: async () => await exporter.shutdown(),
  }
}

import { type Attributes, type Context, createContextKey, type Span } from '@opentelemetry/api'
import type { SpanProcessor } from '@opentelemetry/sdk-trace'

// The key is the same symbol wherever this module is loaded again, e.g. in a bundle.
const key = createContextKey('afterword.inherited-attributes')

/** A context in which every span that is begun, no matter who begins it, carries these attributes. */
export const withAttributes = (parent: Context, attributes: Attributes): Context => parent.setValue(key, attributes)

const done = async (): Promise<void> => await Promise.resolve()

/** Gives each span the attributes of the context it is begun in. */
export const inheritProcessor: SpanProcessor = {
  onStart(span: Span, parent: Context) {
    const attributes = parent.getValue(key)
    if (typeof attributes === 'object') span.setAttributes({ ...attributes })
  },
  onEnd: () => undefined,
  forceFlush: done,
  shutdown: done,
}

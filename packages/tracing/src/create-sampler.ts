import { SpanKind, trace } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace'
import type { TracingSettings } from './tracing-settings.ts'

const parseRatio = (text: string): number => {
  if (text === '') return 1
  const ratio = Number(text)
  if (ratio >= 0 && ratio <= 1) return ratio
  throw new Error('Set OTEL_TRACES_SAMPLER_ARG to a share from 0 to 1, e.g. 0.1.')
}

const createNamed = ({ sampler, samplerArgument }: TracingSettings): Sampler => {
  switch (sampler) {
    case '':
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: new AlwaysOnSampler() })
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: new AlwaysOffSampler() })
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(parseRatio(samplerArgument)) })
    case 'traceidratio':
      return new TraceIdRatioBasedSampler(parseRatio(samplerArgument))
    case 'always_on':
      return new AlwaysOnSampler()
    case 'always_off':
      return new AlwaysOffSampler()
    default:
      throw new Error('Set OTEL_TRACES_SAMPLER to parentbased_traceidratio, another of the standard ones, or nothing.')
  }
}

const beginners: ReadonlySet<SpanKind> = new Set([SpanKind.SERVER, SpanKind.CONSUMER])

/**
 * The sampler that `OTEL_TRACES_SAMPLER` names; everything that its caller did not leave out, when unset.
 * (The SDK's third version leaves this variable to the one who sets it up.) A trace begins with a request or
 * a job, and with nothing else: what Next does on its own account would be hundreds of its own.
 *
 * @throws Error whose message says what to set
 */
export const createSampler = (settings: TracingSettings): Sampler => {
  const named = createNamed(settings)
  return {
    shouldSample(...args) {
      const [parent, , , kind] = args
      const isLoose = trace.getSpanContext(parent) === undefined && !beginners.has(kind)
      return isLoose ? { decision: SamplingDecision.NOT_RECORD } : named.shouldSample(...args)
    },
    toString: () => named.toString(),
  }
}

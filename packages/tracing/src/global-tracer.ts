import { trace, type Tracer } from '@opentelemetry/api'
import { scopeName } from './scope-name.ts'

/** The tracer of this process for code that Next bundles apart from what started it; does nothing where nothing was started. */
export const globalTracer = (): Tracer => trace.getTracer(scopeName)

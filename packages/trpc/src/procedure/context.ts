import type { Auth, Origin } from '@afterword/auth/auth'
import type { CallTrace } from '@afterword/services/kernel/call-trace'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import type { Tracer } from '@opentelemetry/api'

/** One call as it reaches the routers, over HTTP or in-process. */
export interface RequestContext {
  readonly deps: ServiceDeps
  readonly auth: Auth
  /** From the `Authorization` header or the session cookie; not checked yet. */
  readonly accessToken: string | undefined
  /** The shop the calling page was made for (`x-shop`), as an outside id; absent for programs. */
  readonly pageShop?: string | undefined
  readonly origin: Origin
  readonly requestId: string
  /** What the operator's log notes of this call, where it names its attempt. */
  readonly trace?: CallTrace | undefined
  /** Each procedure becomes a span of it; absent where nothing is traced. */
  readonly tracer?: Tracer | undefined
  /** Told the name of each procedure that a traced call runs. */
  readonly onProcedure?: ((procedure: string) => void) | undefined
  /** Headers of the answer, where the call comes over HTTP. */
  readonly replyHeaders?: Headers | undefined
}

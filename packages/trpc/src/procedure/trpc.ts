import type { ErrorCode } from '@afterword/errors'
import { initTRPC } from '@trpc/server'
import type { RequestContext } from './context.ts'
import { describeFailure } from './error-map.ts'

/** What a client finds under `error.data`. */
interface ErrorData {
  readonly code: ErrorCode
  readonly httpStatus: number
  readonly requestId: string | null
  readonly path: string | null
  /** Field → code, for input that was refused. */
  readonly fields: Readonly<Record<string, ErrorCode>> | null
}

/** What is to be known of a procedure before it is called. */
interface ProcedureMeta {
  /** Each call has a mail sent to somebody: it is limited for each network, and never made together with others. */
  readonly sendsMail?: boolean
}

export const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isServer: true,
    allowOutsideOfServer: false,
    isDev: false,
    errorFormatter({ shape, error, ctx, path }) {
      const failure = describeFailure(error)
      const fields = failure.details?.['fields']
      const data: ErrorData = {
        code: failure.code,
        httpStatus: shape.data.httpStatus,
        requestId: ctx?.requestId ?? null,
        path: path ?? null,
        fields: isFieldErrors(fields) ? fields : null,
      }
      return { ...shape, message: failure.message, data }
    },
  })

function isFieldErrors(value: unknown): value is Record<string, ErrorCode> {
  return typeof value === 'object' && value !== null
}

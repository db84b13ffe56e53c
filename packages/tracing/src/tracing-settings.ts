/** How much is traced. Where spans go is read by the exporter itself, from the same variables. */
export interface TracingSettings {
  /** `OTEL_TRACES_SAMPLER`. */
  readonly sampler: string
  /** `OTEL_TRACES_SAMPLER_ARG`: the share of traces for the samplers by ratio. */
  readonly samplerArgument: string
}

const endpointNames = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const

/**
 * Reads the variables that OpenTelemetry fixes. An empty one counts as unset.
 *
 * @returns null when nothing is to be traced: no endpoint, `OTEL_SDK_DISABLED=true` or `OTEL_TRACES_EXPORTER=none`.
 * @throws Error whose message says what to set when an endpoint is no address
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export const readTracingSettings = (
  variables: Readonly<Record<string, string | undefined>>,
): TracingSettings | null => {
  const isOff = variables['OTEL_SDK_DISABLED'] === 'true' || variables['OTEL_TRACES_EXPORTER'] === 'none'
  const endpoints = endpointNames.filter((name) => (variables[name] ?? '') !== '')
  if (isOff || endpoints.length === 0) return null
  for (const name of endpoints) {
    if (!/^https?:/.test(variables[name] ?? '') || !URL.canParse(variables[name] ?? ''))
      throw new Error(`Set ${name} to the address of an OTLP/HTTP collector, e.g. http://127.0.0.1:4318.`)
  }
  return {
    sampler: variables['OTEL_TRACES_SAMPLER'] ?? '',
    samplerArgument: variables['OTEL_TRACES_SAMPLER_ARG'] ?? '',
  }
}

/** The instrumentation scope of every span that is ours. */
export const scopeName = 'afterword'

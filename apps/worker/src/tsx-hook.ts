import { transformSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Lets this process import `.tsx`. Node runs TypeScript but no JSX, so the mail templates are
 * compiled as they are loaded, once at start and in some tens of milliseconds.
 *
 * @see docs/decisions/010-mail-templates-compiled-at-load.md
 */
export const registerTsx = (): void => {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context)
      const file = fileURLToPath(url)
      const { code } = transformSync(readFileSync(file, 'utf8'), {
        loader: 'tsx',
        jsx: 'automatic',
        format: 'esm',
        target: 'node24',
        sourcefile: file,
        sourcemap: 'inline',
      })
      return { format: 'module', source: code, shortCircuit: true }
    },
  })
}

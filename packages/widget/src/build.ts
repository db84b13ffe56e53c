import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/**
 * Bundles the embed into one script for browsers from 2021 on.
 *
 * @param options.publicOrigin  Where the embed asks when a page does not show where it has the script from.
 * @returns The minified script.
 */
export const buildWidget = async ({ publicOrigin }: { readonly publicOrigin: string }): Promise<string> => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    bundle: true,
    define: { AFTERWORD_ORIGIN: JSON.stringify(publicOrigin) },
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  })
  const [file] = result.outputFiles
  if (file === undefined) throw new Error('esbuild gave no script')
  return file.text
}

import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/**
 * Bundles the embed into one script for browsers from 2021 on.
 *
 * @returns The minified script.
 */
export const buildWidget = async (): Promise<string> => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    bundle: true,
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

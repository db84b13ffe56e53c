import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { drawBowl, drawMug, drawTeapot, drawVase } from './draw-ceramics.ts'
import { drawRug } from './draw-rug.ts'
import { drawCushion, drawThrow, drawTowels } from './draw-textiles.ts'
import { drawBoard, drawSpoon, drawStool, drawTray } from './draw-wood.ts'

/** The demo shop's product pictures by handle (packages/db/src/seed/products.ts). */
const drawings = {
  'merino-throw': drawThrow,
  'stoneware-mug': drawMug,
  'waffle-towels': drawTowels,
  'lambswool-cushion': drawCushion,
  'serving-bowl': drawBowl,
  'walnut-board': drawBoard,
  teapot: drawTeapot,
  'oak-tray': drawTray,
  'bud-vase': drawVase,
  'beech-spoon': drawSpoon,
  'wool-rug': drawRug,
  'ash-stool': drawStool,
}

const maxBytes = 40_000
const qualities = [86, 80, 74, 68]
const folder = path.resolve(import.meta.dirname, '../../apps/web/public/demo')

/** The best quality that fits: a mail shows several of them. */
const encode = async (svg: string): Promise<Buffer> => {
  for (const quality of qualities) {
    const picture = await sharp(Buffer.from(svg)).jpeg({ quality, mozjpeg: true }).toBuffer()
    if (picture.byteLength <= maxBytes) return picture
  }
  throw new Error(`A picture is larger than ${maxBytes} bytes at every quality.`)
}

// Draws the pictures again; run by hand after a drawing was changed: node tooling/demo-pictures/main.ts
await mkdir(folder, { recursive: true })
for (const [handle, draw] of Object.entries(drawings)) {
  const picture = await encode(draw())
  await writeFile(path.join(folder, `${handle}.jpg`), picture)
  console.log(`${handle}.jpg ${picture.byteLength}`)
}
